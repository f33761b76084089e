using System.Globalization;

namespace NeuralOpt.Keras.Parity;

/// <summary>Collects what differs between a replay and the record.</summary>
internal sealed class Comparison
{
    private readonly List<string> _complaints = [];
    private double _largest;

    internal Verdict Verdict => _complaints.Count == 0
        ? new(Outcome.Passed, "", _largest)
        : new(Outcome.Failed, string.Join("; ", _complaints), _largest);

    /// <summary>Says that something differs that is not a number.</summary>
    internal void Complain(string what)
    {
        _complaints.Add(what);
        _largest = double.PositiveInfinity;
    }

    /// <summary>Compares one value that is not an array.</summary>
    internal void Equal<T>(string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            Complain($"{what}: expected {expected}, got {actual}");
        }
    }

    internal void Close(string what, double expected, double actual, Tolerance tolerance)
        => Close(what, Tensor.ScalarOf(expected, DType.Float64), Tensor.ScalarOf(actual, DType.Float64), tolerance);

    /// <summary>Compares shapes, then element by element. Nothing is compared with what was not recorded.</summary>
    internal void Close(string what, Tensor? expected, Tensor? actual, Tolerance tolerance)
    {
        if (expected is null)
        {
            return;
        }

        if (actual is null)
        {
            Complain($"{what}: missing");
            return;
        }

        if (expected.Shape != actual.Shape)
        {
            Complain($"{what}: expected shape {expected.Shape}, got {actual.Shape}");
            return;
        }

        int worst = -1;
        double excess = 0;
        for (int i = 0; i < expected.Size; i++)
        {
            (double e, double a) = (expected.ReadDouble(i), actual.ReadDouble(i));
            if (e.Equals(a) || e == a)
            {
                continue;
            }

            double difference = Math.Abs(e - a);
            difference = double.IsNaN(difference) ? double.PositiveInfinity : difference;
            _largest = Math.Max(_largest, difference);
            double over = difference - (tolerance.Absolute + (tolerance.Relative * (double.IsFinite(e) ? Math.Abs(e) : 0)));
            if (over > excess)
            {
                (worst, excess) = (i, over);
            }
        }

        if (worst >= 0)
        {
            (double e, double a) = (expected.ReadDouble(worst), actual.ReadDouble(worst));
            _complaints.Add(string.Create(CultureInfo.InvariantCulture, $"{what}[{worst}]: expected {e:g9}, got {a:g9}, difference {Math.Abs(e - a):0.0e+0}"));
        }
    }
}
