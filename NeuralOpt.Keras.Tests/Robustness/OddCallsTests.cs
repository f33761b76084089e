using System.Collections;
using System.Diagnostics;
using System.Reflection;

namespace NeuralOpt.Keras.Tests;

/// <summary>Whatever is passed to a public member, it returns or throws a sentence of ours: no crash, no naked exception of the base library.</summary>
[TestClass]
public class OddCallsTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    public static IEnumerable<object[]> Types => typeof(Tensor).Assembly.GetExportedTypes()
        .Where(static t => !t.IsEnum && !t.IsInterface && !t.IsAssignableTo(typeof(Exception)) && !t.IsAssignableTo(typeof(Attribute)) && !t.IsAssignableTo(typeof(Delegate)))
        .Select(static t => new object[] { t });

    [ClassCleanup]
    public static void Clean() => Directory.Delete(GoodValues.Folder, recursive: true);

    [TestMethod]
    [DynamicData(nameof(Types))]
    public void A_call_with_odd_values_returns_or_says_a_sentence(Type type)
    {
        using IDisposable session = Session.Enter();
        using IDisposable limit = HostMemory.Limit(1L << 30);
        List<string> naked = [];
        foreach (OddCalls.Call call in OddCalls.Of(type))
        {
            if (Complaint(call) is { } complaint)
            {
                naked.Add($"{call.Name}: {complaint}");
            }
        }

        Assert.IsEmpty(naked, string.Join('\n', naked));
    }

    // A call that does not end is left alone, so that the others are heard too.
    private static string? Complaint(OddCalls.Call call)
    {
        Task<string?> answer = Task.Run(() => Naked(call));
        return answer.Wait(s_patience) ? answer.Result : $"took more than {s_patience.TotalSeconds} s";
    }

    private static string? Naked(OddCalls.Call call)
    {
        try
        {
            Look(call.Invoke());
            return null;
        }
        catch (Exception e)
        {
            Exception inner = e;
            while (inner is TargetInvocationException { InnerException: { } next })
            {
                inner = next;
            }

            return inner is IKerasException ? null : $"{inner.GetType().Name} {inner.Message.ReplaceLineEndings(" ")} {Place(inner)}";
        }
    }

    // Lazy results are computed when looked at.
    private static void Look(object? result, int depth = 0)
    {
        switch (result)
        {
            case Tensor { IsConcrete: true } tensor:
                _ = tensor.ToString();
                break;
            case string:
                break;
            case IEnumerable items when depth < 3:
                foreach (object? item in items.Cast<object?>().Take(10))
                {
                    Look(item, depth + 1);
                }

                break;
        }
    }

    private static string Place(Exception e)
        => new StackTrace(e, true).GetFrames().FirstOrDefault(f => f.GetFileName()?.Contains("NeuralOpt.Keras/", StringComparison.Ordinal) == true) is { } frame
            ? $"at {Path.GetFileName(frame.GetFileName())}:{frame.GetFileLineNumber()}"
            : "";
}
