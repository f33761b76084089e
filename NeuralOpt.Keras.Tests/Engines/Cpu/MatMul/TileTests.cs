namespace NeuralOpt.Keras.Tests.Engines.Cpu;

[TestClass]
public class TileTests
{
    private static string Generated => Path.Combine(Fixture.Root, "NeuralOpt.Keras", "Engines", "Cpu", "MatMul", "Tile.g.cs");

    [TestMethod]
    public void The_tiles_are_those_that_the_writer_writes()
    {
        string now = TileWriter.Write();
        if (Environment.GetEnvironmentVariable("NEURALOPT_UPDATE") == "1")
        {
            File.WriteAllText(Generated, now);
        }

        Assert.AreEqual(now, File.ReadAllText(Generated).ReplaceLineEndings("\n"), "Tile.g.cs is not what TileWriter writes; run the test with NEURALOPT_UPDATE=1.");
    }
}
