using System.Text;

namespace NeuralOpt.Keras.Tests.Engines.Cpu;

/// <summary>Writes <c>Tile.g.cs</c>: register tiles of 1 to 14 rows and 1 or 2 vectors.</summary>
/// <remarks>A tile is written out row by row because the JIT keeps only named locals in registers.</remarks>
internal sealed class TileWriter
{
    private const int MaxRows = 14;
    private const int MaxVectors = 2;

    private readonly StringBuilder _text = new();

    internal static string Write()
    {
        TileWriter writer = new();
        writer.File();
        return writer._text.ToString();
    }

    private void File()
    {
        Line(0, "// Written by TileWriter of the tests. Accumulators are named locals because the JIT keeps only those in registers.");
        Line(0, "using System.Runtime.CompilerServices;");
        Line();
        Line(0, "namespace NeuralOpt.Keras.Engines.Cpu;");
        Line();
        Line(0, "/// <summary>Register tiles, the innermost loops of matrix products and convolutions.</summary>");
        Line(0, "internal static unsafe partial class Tile<S, V>");
        Line(1, "where S : struct, ISimd<V>");
        Line(1, "where V : struct");
        Line(0, "{");
        Choice(packed: false);
        Line();
        Choice(packed: true);
        foreach (bool packed in (bool[])[false, true])
        {
            for (int rows = 1; rows <= MaxRows; rows++)
            {
                for (int vectors = 1; vectors <= MaxVectors; vectors++)
                {
                    Line();
                    Tile(rows, vectors, packed);
                }
            }
        }

        Line(0, "}");
    }

    private void Choice(bool packed)
    {
        string what = packed
            ? "packed by columns: a step's rows are neighbours, steps <see cref=\"TileCall.AStride\"/> apart."
            : "as it lies in memory: a row's steps are neighbours, rows <see cref=\"TileCall.AStride\"/> apart.";
        Line(1, $"/// <summary>A tile of 1 to {MaxRows} rows and 1 or {MaxVectors} vectors, A {what}</summary>");
        Line(1, "[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        Line(1, $"internal static void {Style(packed)}(int rows, int vectors, TileCall* call)");
        Line(1, "{");
        Line(2, "switch (2 * rows + vectors)");
        Line(2, "{");
        for (int rows = 1; rows <= MaxRows; rows++)
        {
            for (int vectors = 1; vectors <= MaxVectors; vectors++)
            {
                Line(3, $"case {(2 * rows) + vectors}:");
                Line(4, $"{Style(packed)}{rows}x{vectors}(call);");
                Line(4, "break;");
            }
        }

        Line(2, "}");
        Line(1, "}");
    }

    private void Tile(int rows, int vectors, bool packed)
    {
        Line(1, "[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        Line(1, $"private static void {Style(packed)}{rows}x{vectors}(TileCall* call)");
        Line(1, "{");
        Begin(rows, vectors);
        Runs(rows, vectors, packed);
        End(rows, vectors);
        Line(1, "}");
    }

    /// <summary>The accumulators begin with the bias, and with what C holds if that is added to.</summary>
    private void Begin(int rows, int vectors)
    {
        Line(2, $"V {Each(vectors, ", ", v => $"bias{v} = S.Zero")};");
        Line(2, "if (call->Bias is not null)");
        Line(2, "{");
        for (int v = 0; v < vectors; v++)
        {
            Line(3, $"bias{v} = S.Load(call->Bias{At(v)});");
        }

        Line(2, "}");
        Line();
        for (int row = 0; row < rows; row++)
        {
            Line(2, $"V {Each(vectors, ", ", v => $"{Sum(row, v)} = bias{v}")};");
        }

        Line(2, "if (call->Accumulate)");
        Line(2, "{");
        Line(3, "float* from = call->C;");
        for (int row = 0; row < rows; row++)
        {
            Line(3, Each(vectors, " ", v => $"{Sum(row, v)} = S.Add({Sum(row, v)}, S.Load(from{At(v)}));") + Next("from", row, rows));
        }

        Line(2, "}");
        Line();
    }

    /// <summary>Each step of a run broadcasts a number of every row and multiplies it by the vectors of B.</summary>
    private void Runs(int rows, int vectors, bool packed)
    {
        // Rows in memory share a pointer by fours: it and three strides reach them.
        int pointers = packed ? 1 : (rows + 3) / 4;
        if (packed)
        {
            Line(2, "float* a = call->A;");
            Line(2, "float* b = call->B;");
        }
        else
        {
            Line(2, "nint* offsets = call->Offsets;");
        }

        Line(2, "nint length = call->RunLength, stride = call->AStride, step = call->BStride;");
        if (!packed && rows > 2)
        {
            Line(2, "nint stride2 = 2 * stride" + (rows > 3 ? ", stride3 = 3 * stride;" : ";"));
        }

        Line(2, "for (nint run = call->Runs; run > 0; run--)");
        Line(2, "{");
        Line(3, $"float* a0 = {(packed ? "a" : "call->A + offsets[0]")};");
        for (int p = 1; p < pointers; p++)
        {
            Line(3, $"float* a{p} = a{p - 1} + 4 * stride;");
        }

        Line(3, $"float* q = {(packed ? "b" : "call->B + offsets[1]")};");
        Line(3, $"float* end = a0 + length{(packed ? " * stride" : "")};");
        Line(3, "while (a0 != end)");
        Line(3, "{");
        for (int v = 0; v < vectors; v++)
        {
            Line(4, $"V b{v} = S.Load(q{At(v)});");
        }

        for (int row = 0; row < rows; row++)
        {
            string type = row == 0 ? "V " : "";
            Line(4, $"{type}t = S.LoadBroadcast({Element(row, packed)}); {Each(vectors, " ", v => $"{Sum(row, v)} = S.Fma(t, b{v}, {Sum(row, v)});")}");
        }

        for (int p = 0; p < pointers; p++)
        {
            Line(4, packed ? $"a{p} += stride;" : $"a{p}++;");
        }

        Line(4, "q += step;");
        Line(3, "}");
        Line();
        if (packed)
        {
            Line(3, "a += call->ARun;");
            Line(3, "b += call->BRun;");
        }
        else
        {
            Line(3, "offsets += 2;");
        }

        Line(2, "}");
        Line();
    }

    private void End(int rows, int vectors)
    {
        Line(2, "if (call->Epilogue == Epilogue.Relu)");
        Line(2, "{");
        for (int row = 0; row < rows; row++)
        {
            Line(3, Each(vectors, " ", v => $"{Sum(row, v)} = S.MaxNative(S.Zero, {Sum(row, v)});"));
        }

        Line(2, "}");
        Line();
        Line(2, "float* to = call->C;");
        for (int row = 0; row < rows; row++)
        {
            Line(2, Each(vectors, " ", v => $"S.Store(to{At(v)}, {Sum(row, v)});") + Next("to", row, rows));
        }
    }

    private static string Style(bool packed) => packed ? "Columns" : "Rows";

    private static string Sum(int row, int vector) => $"c{row}{"xy"[vector]}";

    private static string At(int vector) => vector == 0 ? "" : " + S.Width";

    private static string Next(string pointer, int row, int rows) => row + 1 < rows ? $" {pointer} += call->CStride;" : "";

    private static string Element(int row, bool packed)
        => packed ? (row == 0 ? "a0" : $"a0 + {row}") : $"a{row / 4}" + (row % 4) switch { 0 => "", 1 => " + stride", 2 => " + stride2", _ => " + stride3" };

    private static string Each(int vectors, string separator, Func<int, string> text) => string.Join(separator, Enumerable.Range(0, vectors).Select(text));

    private void Line(int depth = 0, string text = "") => _text.Append(' ', 4 * depth).Append(text).Append('\n');
}
