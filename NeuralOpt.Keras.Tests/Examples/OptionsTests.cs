using NeuralOpt.Examples;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public class OptionsTests
{
    [TestMethod]
    public void Numbers_are_read_by_the_names_of_their_options()
    {
        Options options = Of("--limit", "6000", "--epochs", "1");
        Assert.AreEqual(1, options.Number("--epochs", least: 1));
        Assert.AreEqual(6000, options.Number("--limit", 1, 60_000));
        Assert.IsNull(options.Number("--seed"));
    }

    [TestMethod]
    [DataRow("--lmit", "net: the options are --epochs, --limit, --seed, each with a value behind it. Did you mean --limit? Received: --lmit.")]
    [DataRow("-epochs", "net: the options are --epochs, --limit, --seed, each with a value behind it. Did you mean --epochs? Received: -epochs.")]
    [DataRow("6000", "net: the options are --epochs, --limit, --seed, each with a value behind it. Received: 6000.")]
    public void An_option_that_is_none_is_refused_with_those_that_there_are(string name, string sentence)
        => Assert.AreEqual(sentence, Assert.ThrowsExactly<WrongOption>(() => Of(name, "5")).Message);

    [TestMethod]
    public void An_option_has_one_value()
    {
        Assert.AreEqual("net: a value must follow --limit. Received: none.", Assert.ThrowsExactly<WrongOption>(() => Of("--limit")).Message);
        Assert.AreEqual("net: --limit must be given once. Received: 5, 6.", Assert.ThrowsExactly<WrongOption>(() => Of("--limit", "5", "--limit", "6")).Message);
    }

    [TestMethod]
    [DataRow("abc")]
    [DataRow("0")]
    [DataRow("-1")]
    [DataRow("99999999")]
    [DataRow("99999999999999999999")]
    [DataRow("1.5")]
    [DataRow("")]
    public void A_number_out_of_range_is_refused(string text)
        => Assert.AreEqual(
            $"net: --limit must be a whole number from 1 to 60000. Received: {text}.",
            Assert.ThrowsExactly<WrongOption>(() => Of("--limit", text).Number("--limit", 1, 60_000)).Message);

    [TestMethod]
    public void Whatever_goes_wrong_is_one_sentence_that_begins_with_the_program()
    {
        Assert.AreEqual("net: history.svg: no space.", Ending.Sentence("net", new KerasIOException("history.svg: no space.")));
        Assert.AreEqual("net: its output and its files must be open and have room. Received: No space left on device", Ending.Sentence("net", new IOException("No space left on device")));
        Assert.AreEqual("net: no such option.", Ending.Sentence("net", new WrongOption("net: no such option.")));
        Assert.AreEqual("net: one two", Ending.Sentence("net", new TypeInitializationException("X", new KerasIOException("one\n   two\n"))));
    }

    private static Options Of(params string[] args) => Options.Read("net", args, ["--epochs", "--limit", "--seed"]);
}
