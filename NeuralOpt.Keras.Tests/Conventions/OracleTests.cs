using System.Reflection;
using Mono.Cecil;

namespace NeuralOpt.Keras.Tests.Conventions;

/// <summary>A test that asks another program stands in the category <c>Oracle</c>, so that it can be run, or left out, by that name.</summary>
[TestClass]
public class OracleTests
{
    [TestMethod]
    public void A_test_that_asks_another_program_is_in_the_category_of_oracles()
    {
        using ModuleDefinition tests = ModuleDefinition.ReadModule(typeof(OracleTests).Assembly.Location);
        string[] asking =
        [
            .. tests.GetTypes().SelectMany(static t => t.Methods)
                .Where(static m => m.HasBody && Uses.Calls(m).Any(static c => c.DeclaringType.Name.EndsWith("Oracle", StringComparison.Ordinal) && c.Name == "Run"))
                .Select(static m => $"{m.DeclaringType.FullName}.{m.Name}"),
        ];
        string[] marked =
        [
            .. typeof(OracleTests).Assembly.GetTypes().SelectMany(static t => t.GetMethods())
                .Where(static m => m.GetCustomAttribute<TestCategoryAttribute>()?.TestCategories.Contains("Oracle") == true)
                .Select(static m => $"{m.DeclaringType!.FullName}.{m.Name}"),
        ];
        Assert.IsNotEmpty(asking);
        CollectionAssert.AreEquivalent(asking, marked);
    }
}
