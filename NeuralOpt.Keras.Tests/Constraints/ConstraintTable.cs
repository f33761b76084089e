using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Constraints;

namespace NeuralOpt.Keras.Tests;

/// <summary>Every constraint, and what holds of the weights behind it.</summary>
[TestClass]
public sealed class ConstraintTable
{
    internal static readonly Row[] Rows =
    [
        new(() => new NonNeg(), static w => Values(w).All(v => v >= 0)),
        new(() => new MaxNorm(1), static w => Norms(w).All(n => n <= 1 + 1e-6)),
        new(() => new UnitNorm(), static w => Norms(w).All(n => n == 0 || Math.Abs(n - 1) < 1e-6)),
        new(() => new MinMaxNorm(1, 2), static w => Norms(w).All(n => n == 0 || (n >= 1 - 1e-6 && n <= 2 + 1e-6))),
    ];

    public static IEnumerable<object[]> Names => Tests.Rows.NamesOf(Rows);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_constraint_keeps_the_contract(string name) => ConstraintContract.Check(Rows.Named(name).Make, Rows.Named(name).Holds);

    private static double[] Values(Tensor w) => w.ToArray<double>();

    // The columns' norms: those of the weights that lead to one unit.
    private static double[] Norms(Tensor w) => Values(Ops.Sqrt(Ops.Sum(Ops.Square(w), 0)));

    internal sealed record Row(Func<Constraint> Make, Func<Tensor, bool> Holds, [CallerArgumentExpression(nameof(Make))] string Name = "") : IRow
    {
        public object Made() => Make();
    }
}
