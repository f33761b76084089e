using System.Reflection;

namespace NeuralOpt.Keras.Tests.Conventions;

/// <summary>What may be written in one place may be written in every place of its kind.</summary>
[TestClass]
public class FormTests
{
    [TestMethod]
    public void Every_dtype_argument_of_ops_and_members_takes_a_name_a_type_and_a_DType()
    {
        string[] others =
        [
            .. new[] { typeof(Ops), typeof(RandomOps), typeof(Tensor), typeof(Variable), typeof(KerasTensor) }
                .SelectMany(static t => t.GetMethods().Cast<MethodBase>().Concat(t.GetConstructors()))
                .Where(static m => m.GetParameters().Any(static p => p.Name == "dtype" && p.ParameterType != typeof(DTypeLike) && p.ParameterType != typeof(DTypeLike?)))
                .Select(static m => $"{m.DeclaringType!.Name}.{m.Name}"),
        ];
        Assert.IsEmpty(others, string.Join(", ", others));
    }

    [TestMethod]
    public void A_variable_has_every_operator_of_a_tensor_from_both_sides()
    {
        string[] missing =
        [
            .. Operators(typeof(Tensor)).Select(static m => m.Name).Distinct().Where(static name =>
            {
                MethodInfo[] own = [.. Operators(typeof(Variable)).Where(m => m.Name == name)];
                return own.Length == 0 || (own[0].GetParameters().Length == 2 && own.Length < 2);
            }),
        ];
        Assert.IsEmpty(missing, string.Join(", ", missing));
    }

    [TestMethod]
    public void What_converts_to_a_tensor_from_a_list_converts_to_tensors_too()
    {
        string[] tensor = [.. Lists(typeof(Tensor))];
        CollectionAssert.AreEquivalent(tensor, Lists(typeof(Tensors)).Where(static t => t != typeof(List<Tensor>).ToString()).ToArray());
        Assert.IsGreaterThan(15, tensor.Length);
    }

    private static IEnumerable<MethodInfo> Operators(Type type)
        => type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(static m => m.IsSpecialName && m.Name.StartsWith("op_", StringComparison.Ordinal) && !m.Name.EndsWith("plicit", StringComparison.Ordinal));

    private static IEnumerable<string> Lists(Type type)
        => type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(m => m.Name == "op_Implicit" && m.ReturnType == type && m.GetParameters()[0].ParameterType is { IsGenericType: true } from && from.GetGenericTypeDefinition() == typeof(List<>))
            .Select(static m => m.GetParameters()[0].ParameterType.ToString());
}
