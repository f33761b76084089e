using System.Globalization;
using System.Text;

namespace NeuralOpt.Keras;

/// <summary>Prints a tensor as NumPy prints an array: aligned, wrapped at 75 columns, summarised above 1,000 elements.</summary>
internal sealed class TensorText
{
    private const int LineWidth = 75;
    private const int Threshold = 1000;
    private const int EdgeItems = 3;

    private readonly Tensor _tensor;
    private readonly int[] _shape;
    private readonly bool _summarised;
    private readonly Func<int, string> _format;

    private TensorText(Tensor tensor, string? format)
    {
        _tensor = tensor;
        _shape = tensor.Shape.ToArray();
        _summarised = tensor.Size > Threshold;
        int[] shown = [.. Shown(0, 0)];
        _format = format is null ? FormatOf(shown) : Aligned(shown, i => Number(tensor, i, format));
    }

    /// <summary>The text, each number in a format of .NET's, or as NumPy writes it if there is none.</summary>
    internal static string Of(Tensor tensor, string? format = null)
        => tensor.Size == 0 ? "[]"
        : tensor.Rank > 0 ? new TensorText(tensor, format).Nested(0, 0, " ", LineWidth)
        : format is null ? Scalar(tensor) : Number(tensor, 0, format);

    // With a decimal point whatever the culture, and NumPy's words for what is no number.
    private static string Number(Tensor tensor, int i, string format)
    {
        double value = tensor.ReadDouble(i);
        return tensor.DType == DType.Bool ? (value != 0 ? "True" : "False")
            : tensor.DType == DType.Int64 ? NumberText.Of(tensor.Data<long>()[i], format)
            : !tensor.DType.IsFloating() ? NumberText.Of((long)value, format)
            : double.IsFinite(value) ? NumberText.Of(value, format)
            : FloatFormat.Scalar(value, tensor.DType);
    }

    private static string Scalar(Tensor tensor)
        => tensor.DType.IsFloating() ? FloatFormat.Scalar(tensor.ReadDouble(0), tensor.DType)
        : tensor.DType == DType.Bool ? (tensor.ReadDouble(0) != 0 ? "True" : "False")
        : Whole(tensor, 0);

    private static string Whole(Tensor tensor, int i)
        => tensor.DType == DType.Int64
            ? tensor.Data<long>()[i].ToString(CultureInfo.InvariantCulture)
            : tensor.ReadDouble(i).ToString("F0", CultureInfo.InvariantCulture);

    private Func<int, string> FormatOf(int[] shown)
    {
        if (_tensor.DType.IsFloating())
        {
            FloatFormat format = new(_tensor.DType, [.. shown.Select(_tensor.ReadDouble)]);
            return i => format.Format(_tensor.ReadDouble(i));
        }

        if (_tensor.DType == DType.Bool)
        {
            return i => _tensor.ReadDouble(i) != 0 ? " True" : "False";
        }

        return Aligned(shown, i => Whole(_tensor, i));
    }

    private static Func<int, string> Aligned(int[] shown, Func<int, string> text)
    {
        int width = shown.Max(i => text(i).Length);
        return i => text(i).PadLeft(width);
    }

    /// <summary>Places along an axis that are shown; -1 stands for the dots.</summary>
    private IEnumerable<int> Places(int axis)
    {
        int n = _shape[axis];
        return _summarised && n > 2 * EdgeItems
            ? Enumerable.Range(0, EdgeItems).Append(-1).Concat(Enumerable.Range(n - EdgeItems, EdgeItems))
            : Enumerable.Range(0, n);
    }

    private IEnumerable<int> Shown(int axis, int offset)
        => axis == _shape.Length
            ? [offset]
            : Places(axis).Where(static i => i >= 0).SelectMany(i => Shown(axis + 1, (offset * _shape[axis]) + i));

    private string Nested(int axis, int offset, string indent, int width)
    {
        if (axis == _shape.Length - 1)
        {
            return $"[{Row(axis, offset, indent, width - 1)[indent.Length..]}]";
        }

        string separator = new('\n', _shape.Length - axis - 1);
        IEnumerable<string> parts = Places(axis).Select(i => i < 0 ? "..." : Nested(axis + 1, (offset * _shape[axis]) + i, indent + " ", width - 1));
        return $"[{string.Join(separator + indent, parts)}]";
    }

    private string Row(int axis, int offset, string indent, int width)
    {
        StringBuilder done = new();
        string line = indent;
        string separator = "";
        foreach (int i in Places(axis))
        {
            line += separator;
            separator = " ";
            string word = i < 0 ? "..." : _format((offset * _shape[axis]) + i);
            if (line.Length + word.Length > width && line.Length > indent.Length)
            {
                done.Append(line.TrimEnd()).Append('\n');
                line = indent;
            }

            line += word;
        }

        return done.Append(line).ToString();
    }
}
