using System.Security.Cryptography;

namespace NeuralOpt.Keras;

/// <summary>The hash that a file must have.</summary>
internal sealed record FileHash(HashAlgorithmName Algorithm, string Digits)
{
    /// <summary>Reads a hash as <c>Utils.GetFile</c> takes it.</summary>
    internal static FileHash Parse(string digits, string algorithm)
    {
        HashAlgorithmName name = algorithm switch
        {
            "sha256" => HashAlgorithmName.SHA256,
            "md5" => HashAlgorithmName.MD5,
            "auto" => digits.Length == 64 ? HashAlgorithmName.SHA256 : HashAlgorithmName.MD5,
            _ => throw new KerasArgumentException($"Utils.GetFile: hashAlgorithm must be 'auto', 'sha256' or 'md5'. Received: '{algorithm}'."),
        };
        int length = name == HashAlgorithmName.SHA256 ? 64 : 32;
        if (digits.Length != length || !digits.All(char.IsAsciiHexDigit))
        {
            throw new KerasArgumentException($"Utils.GetFile: a hash by {name} must be {length} hexadecimal digits. Received: '{digits}'.");
        }

        return new FileHash(name, digits);
    }

    internal bool IsHashOf(byte[] hash) => Digits.Equals(Convert.ToHexString(hash), StringComparison.OrdinalIgnoreCase);

    internal bool IsHashOfFile(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return IsHashOf(CryptographicOperations.HashData(Algorithm, stream));
    }
}
