using System.Reflection;
using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Losses;
using NeuralOpt.Keras.Metrics;
using NeuralOpt.Keras.Optimizers;
using NeuralOpt.Keras.Optimizers.Schedules;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Tests.Conventions;

/// <summary>Who adds a class adds a row to the table of its kind, and with it the contract.</summary>
[TestClass]
public sealed class KindTests
{
    /// <summary>What a contract of labels and predictions cannot check: these take values of any sort.</summary>
    private static readonly Type[] s_ofValues = [typeof(Mean), typeof(Sum)];

    /// <summary>What is made of a function is what the function makes of it.</summary>
    private static readonly Type[] s_ofFunctions = [typeof(MeanMetricWrapper)];

    private static readonly HashSet<Type> s_kept =
    [
        .. typeof(KindTests).Assembly.GetTypes()
            .Where(static t => t.Name.EndsWith("Table", StringComparison.Ordinal))
            .Select(static t => t.GetField("Rows", BindingFlags.NonPublic | BindingFlags.Static)?.GetValue(null)).OfType<IEnumerable<IRow>>()
            .SelectMany(static rows => rows).Select(static r => r.Made().GetType()),
    ];

    [TestMethod]
    [DataRow(typeof(Metric))]
    [DataRow(typeof(Loss))]
    [DataRow(typeof(Optimizer))]
    [DataRow(typeof(LearningRateSchedule))]
    [DataRow(typeof(Callback))]
    [DataRow(typeof(Initializer))]
    [DataRow(typeof(Regularizer))]
    [DataRow(typeof(Constraint))]
    public void Every_class_of_a_kind_has_a_contract(Type kind)
    {
        string[] missing =
        [
            .. kind.Assembly.GetExportedTypes()
                .Where(t => t.IsAssignableTo(kind) && !t.IsAbstract && !s_kept.Contains(t) && !s_ofValues.Contains(t) && !s_ofFunctions.Contains(t))
                .Select(static t => t.Name),
        ];
        Assert.IsEmpty(missing, $"without a row in the table of {kind.Name}: {string.Join(", ", missing)}");
    }
}
