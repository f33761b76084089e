using System.Buffers.Binary;
using System.Text;

namespace NeuralOpt.Keras.Peer;

/// <summary>Lets TorchSharp load where libstdc++ is older than GCC 13's (Debian 12, Ubuntu 22.04).</summary>
/// <remarks>
/// Its library asks for GLIBCXX_3.4.32 for one symbol alone, which <c>iostream</c> of GCC 13 names and nothing calls. In the copy beside
/// this program that symbol and its version become weak, as ELF's tables say it (<c>Elf64_Sym</c>, <c>Elf64_Vernaux</c>); no code is changed.
/// </remarks>
internal static class OldSystem
{
    private const string Version = "GLIBCXX_3.4.32";
    private const string Symbol = "_ZSt21ios_base_library_initv";
    private const int Weak = 2;

    internal static void Relax()
    {
        string file = Path.Combine(AppContext.BaseDirectory, "libLibTorchSharp.so");
        if (!OperatingSystem.IsLinux() || !File.Exists(file))
        {
            return;
        }

        byte[] image = File.ReadAllBytes(file);
        if (Relax(image))
        {
            // Written aside and moved, because the other peer may be loading it.
            string aside = $"{file}.{Environment.ProcessId}";
            File.WriteAllBytes(aside, image);
            File.Move(aside, file, overwrite: true);
        }
    }

    private static bool Relax(Span<byte> image)
    {
        Span<byte> strings = Section(image, ".dynstr"), symbols = Section(image, ".dynsym"), needs = Section(image, ".gnu.version_r");
        bool changed = false;
        for (int need = 0, next = -1; next != 0; need += next)
        {
            next = Int32(needs[(need + 12)..]);
            int entry = need + Int32(needs[(need + 8)..]);
            for (int count = BinaryPrimitives.ReadUInt16LittleEndian(needs[(need + 2)..]); count > 0; count--)
            {
                Span<byte> flags = needs.Slice(entry + 4, 2);
                if (Text(strings, Int32(needs[(entry + 8)..])) == Version && (flags[0] & Weak) == 0)
                {
                    flags[0] |= Weak;
                    changed = true;
                }

                entry += Int32(needs[(entry + 12)..]);
            }
        }

        for (int at = 0; changed && at < symbols.Length; at += 24)
        {
            if (Text(strings, Int32(symbols[at..])) == Symbol)
            {
                symbols[at + 4] = (byte)((Weak << 4) | (symbols[at + 4] & 15));
            }
        }

        return changed;
    }

    private static Span<byte> Section(Span<byte> image, string name)
    {
        int headers = (int)BinaryPrimitives.ReadInt64LittleEndian(image[40..]);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(image[60..]);
        Span<byte> names = At(image, BinaryPrimitives.ReadUInt16LittleEndian(image[62..]));
        for (int i = 0; i < count; i++)
        {
            if (Text(names, Int32(image[(headers + (64 * i))..])) == name)
            {
                return At(image, i);
            }
        }

        throw new InvalidDataException($"peer: libLibTorchSharp.so must have a section {name}. Received: none of that name.");

        Span<byte> At(Span<byte> image, int section)
        {
            Span<byte> header = image[(headers + (64 * section))..];
            return image.Slice((int)BinaryPrimitives.ReadInt64LittleEndian(header[24..]), (int)BinaryPrimitives.ReadInt64LittleEndian(header[32..]));
        }
    }

    private static string Text(Span<byte> strings, int at) => Encoding.ASCII.GetString(strings.Slice(at, strings[at..].IndexOf((byte)0)));

    private static int Int32(Span<byte> at) => BinaryPrimitives.ReadInt32LittleEndian(at);
}
