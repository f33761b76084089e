namespace NeuralOpt.Keras.Parity;

/// <summary><c>a[1:3, ..., None, -1]</c>.</summary>
internal static class Indexing
{
    internal static object? Get(object? of, object?[] items) => (of, items) switch
    {
        (object?[] list, [int i]) => list[i < 0 ? i + list.Length : i],
        (object?[] list, [PythonSlice { Step: null or 1 } s]) => list[Start(s, list.Length)..Stop(s, list.Length)],
        (Tensor, _) => Binder.Flatten(Binder.Call(Functions.Find("K.get_item"), [new(null, of), new(null, items.Length == 1 ? items[0] : items)])),
        _ => throw new MissingException($"an index of {of?.GetType().Name ?? "None"}"),
    };

    private static int Start(PythonSlice s, int n) => Math.Clamp(s.Start is { } i ? (i < 0 ? i + n : i) : 0, 0, n);

    private static int Stop(PythonSlice s, int n) => Math.Clamp(s.Stop is { } i ? (i < 0 ? i + n : i) : n, Start(s, n), n);
}
