namespace NeuralOpt.Keras.Tests.Conventions;

[TestClass]
public class SolutionTests
{
    [TestMethod]
    public void Nobody_who_builds_the_solution_downloads_the_benchmarks_peer()
    {
        string root = Fixture.Root;
        string[] projects =
        [
            .. File.ReadLines(Path.Combine(root, "NeuralOpt.sln"))
                .Where(static l => l.StartsWith("Project(", StringComparison.Ordinal))
                .Select(static l => l.Split('"')[5].Replace('\\', '/')),
        ];
        Assert.Contains("NeuralOpt.Keras/NeuralOpt.Keras.csproj", projects);
        foreach (string project in projects)
        {
            string text = File.ReadAllText(Path.Combine(root, project));
            Assert.IsFalse(text.Contains("torch", StringComparison.OrdinalIgnoreCase), $"{project} must not restore libtorch");
            Assert.IsFalse(text.Contains("peer", StringComparison.OrdinalIgnoreCase), $"{project} must not build tools/peer");
        }
    }
}
