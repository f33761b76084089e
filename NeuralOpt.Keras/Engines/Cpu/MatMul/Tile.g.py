#!/usr/bin/env python3
"""Writes Tile.g.cs: register tiles of 1 to 14 rows and 1 or 2 vectors. Run it in its own folder."""

MAX_ROWS = 14
out = []


def line(depth, text):
    out.append("    " * depth + text if text else "")


def tile(rows, vectors, packed):
    acc = [[f"c{r}{'xy'[j]}" for j in range(vectors)] for r in range(rows)]
    style = "Columns" if packed else "Rows"
    line(1, "[MethodImpl(MethodImplOptions.AggressiveOptimization)]")
    line(1, f"private static void {style}{rows}x{vectors}(TileCall* call)")
    line(1, "{")
    line(2, "V " + ", ".join(f"bias{j} = S.Zero" for j in range(vectors)) + ";")
    line(2, "if (call->Bias is not null)")
    line(2, "{")
    for j in range(vectors):
        line(3, f"bias{j} = S.Load(call->Bias{' + S.Width' * j});")
    line(2, "}")
    line(0, "")
    for r in range(rows):
        line(2, "V " + ", ".join(f"{c} = bias{j}" for j, c in enumerate(acc[r])) + ";")
    line(2, "if (call->Accumulate)")
    line(2, "{")
    line(3, "float* from = call->C;")
    for r in range(rows):
        line(3, " ".join(f"{c} = S.Add({c}, S.Load(from{' + S.Width' * j}));" for j, c in enumerate(acc[r])) + (" from += call->CStride;" if r + 1 < rows else ""))
    line(2, "}")
    line(0, "")
    if packed:
        line(2, "float* a = call->A;")
        line(2, "float* b = call->B;")
    else:
        line(2, "nint* offsets = call->Offsets;")
    line(2, "nint length = call->RunLength, stride = call->AStride, step = call->BStride;")
    if not packed and rows > 2:
        line(2, "nint stride2 = 2 * stride" + (", stride3 = 3 * stride;" if rows > 3 else ";"))
    line(2, "for (nint run = call->Runs; run > 0; run--)")
    line(2, "{")
    groups = 1 if packed else (rows + 3) // 4
    for g in range(groups):
        first = "a" if packed else "call->A + offsets[0]"
        line(3, f"float* a{g} = " + (f"{first};" if g == 0 else f"a{g - 1} + 4 * stride;"))
    line(3, "float* q = " + ("b;" if packed else "call->B + offsets[1];"))
    line(3, "float* end = a0 + length" + (" * stride;" if packed else ";"))
    line(3, "while (a0 != end)")
    line(3, "{")
    for j in range(vectors):
        line(4, f"V b{j} = S.Load(q{' + S.Width' * j});")
    for r in range(rows):
        at = (f"a0 + {r}" if r else "a0") if packed else f"a{r // 4}" + ("", " + stride", " + stride2", " + stride3")[r % 4]
        line(4, ("V " if r == 0 else "") + f"t = S.LoadBroadcast({at}); " + " ".join(f"{c} = S.Fma(t, b{j}, {c});" for j, c in enumerate(acc[r])))
    for g in range(groups):
        line(4, f"a{g} += stride;" if packed else f"a{g}++;")
    line(4, "q += step;")
    line(3, "}")
    line(0, "")
    if packed:
        line(3, "a += call->ARun;")
        line(3, "b += call->BRun;")
    else:
        line(3, "offsets += 2;")
    line(2, "}")
    line(0, "")
    line(2, "if (call->Epilogue == Epilogue.Relu)")
    line(2, "{")
    for r in range(rows):
        line(3, " ".join(f"{c} = S.MaxNative(S.Zero, {c});" for c in acc[r]))
    line(2, "}")
    line(0, "")
    line(2, "float* to = call->C;")
    for r in range(rows):
        line(2, " ".join(f"S.Store(to{' + S.Width' * j}, {c});" for j, c in enumerate(acc[r])) + (" to += call->CStride;" if r + 1 < rows else ""))
    line(1, "}")
    line(0, "")


def choice(packed):
    style = "Columns" if packed else "Rows"
    what = ("packed by columns: a step's rows are neighbours, steps <see cref=\"TileCall.AStride\"/> apart." if packed
            else "as it lies in memory: a row's steps are neighbours, rows <see cref=\"TileCall.AStride\"/> apart.")
    line(1, f"/// <summary>A tile of 1 to {MAX_ROWS} rows and 1 or 2 vectors, A {what}</summary>")
    line(1, "[MethodImpl(MethodImplOptions.AggressiveOptimization)]")
    line(1, f"internal static void {style}(int rows, int vectors, TileCall* call)")
    line(1, "{")
    line(2, "switch (2 * rows + vectors)")
    line(2, "{")
    for rows in range(1, MAX_ROWS + 1):
        for vectors in (1, 2):
            line(3, f"case {2 * rows + vectors}:")
            line(4, f"{style}{rows}x{vectors}(call);")
            line(4, "break;")
    line(2, "}")
    line(1, "}")
    line(0, "")


line(0, "// Written by Tile.g.py. Accumulators are named locals because the JIT keeps only those in registers.")
line(0, "using System.Runtime.CompilerServices;")
line(0, "")
line(0, "namespace NeuralOpt.Keras.Engines.Cpu;")
line(0, "")
line(0, "/// <summary>Register tiles, the innermost loops of matrix products and convolutions.</summary>")
line(0, "internal static unsafe partial class Tile<S, V>")
line(1, "where S : struct, ISimd<V>")
line(1, "where V : struct")
line(0, "{")
for packed in (False, True):
    choice(packed)
for packed in (False, True):
    for rows in range(1, MAX_ROWS + 1):
        for vectors in (1, 2):
            tile(rows, vectors, packed)
out.pop()
line(0, "}")
with open("Tile.g.cs", "w", newline="\n") as file:
    file.write("\n".join(out) + "\n")
