namespace NeuralOpt.Keras.Tests;

[TestClass]
public class NamingRuleTests
{
    [TestMethod]
    [DataRow("Dense", "dense")]
    [DataRow("MaxPooling2D", "max_pooling2d")]
    [DataRow("Conv1DTranspose", "conv1d_transpose")]
    [DataRow("KLDivergence", "kl_divergence")]
    [DataRow("PReLU", "p_re_lu")]
    [DataRow("LSTM", "lstm")]
    [DataRow("GlorotUniform", "glorot_uniform")]
    [DataRow("RMSprop", "rm_sprop")]
    public void Class_names_become_snake_case_as_in_Keras(string name, string snake) => Assert.AreEqual(snake, NamingRule.SnakeCase(name));

    [TestMethod]
    [DataRow("kernelSize", "kernel_size")]
    [DataRow("l1", "l1")]
    [DataRow("sparseYTrue", "sparse_y_true")]
    [DataRow("mMul", "m_mul")]
    public void Parameters_become_keys(string parameter, string key) => Assert.AreEqual(key, NamingRule.Key(parameter));

    [TestMethod]
    [DataRow("top_k", "TopK")]
    [DataRow("logsumexp", "Logsumexp")]
    [DataRow("log1p", "Log1p")]
    [DataRow("batch_normalization", "BatchNormalization")]
    public void Functions_are_capitalised_at_underscores(string python, string ours) => Assert.AreEqual(ours, NamingRule.Pascal(python));

    [TestMethod]
    public void The_module_of_a_class_follows_from_its_namespace() => Assert.AreEqual("keras", NamingRule.Module(typeof(Tensor)));
}
