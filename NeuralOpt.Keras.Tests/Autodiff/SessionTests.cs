namespace NeuralOpt.Keras.Tests.Autodiff;

[TestClass]
public sealed class SessionTests
{
    [TestMethod]
    [DataRow(1L, new[] { 144272510, 611178003, 909925048, 861425549, 820096754 })]
    [DataRow(42L, new[] { 686579304, 119540832, 26855093, 796233791, 295310486 })]
    public void Default_seeds_are_those_of_Python(long seed, int[] expected)
    {
        using IDisposable session = Session.Enter();
        Utils.SetRandomSeed(seed);
        CollectionAssert.AreEqual(expected, expected.Select(_ => Session.Current.NextSeed()).ToArray());
    }

    [TestMethod]
    public void A_seed_of_33_bits_or_below_zero_is_refused()
    {
        using IDisposable session = Session.Enter();
        Assert.ThrowsExactly<KerasArgumentOutOfRangeException>(() => Utils.SetRandomSeed(1L << 32));
        Assert.ThrowsExactly<KerasArgumentOutOfRangeException>(() => Utils.SetRandomSeed(-1));
        Assert.IsNull(Session.Current.Seed);
    }

    [TestMethod]
    public void Names_count_up_by_prefix_and_start_anew_after_ClearSession()
    {
        using IDisposable session = Session.Enter();
        string[] names = [.. new[] { "dense", "dense", "conv2d", "dense" }.Select(Session.Current.UniqueName)];
        CollectionAssert.AreEqual(new[] { "dense", "dense_1", "conv2d", "dense_2" }, names);
        Utils.ClearSession();
        Assert.AreEqual("dense", Session.Current.UniqueName("dense"));
    }

    [TestMethod]
    public void ClearSession_goes_on_with_the_default_seeds()
    {
        using IDisposable session = Session.Enter();
        Utils.SetRandomSeed(1);
        _ = Session.Current.NextSeed();
        Utils.ClearSession();
        Assert.AreEqual(611178003, Session.Current.NextSeed());
    }

    [TestMethod]
    public async Task A_session_flows_into_tasks_and_ends_with_its_scope()
    {
        Session outer = Session.Current;
        using (Session.Enter())
        {
            Session own = Session.Current;
            Assert.AreNotSame(outer, own);
            Assert.AreSame(own, await Task.Run(() => Session.Current));
        }

        Assert.AreSame(outer, Session.Current);
    }

    [TestMethod]
    public void Unseeded_sessions_differ()
    {
        using IDisposable first = Session.Enter();
        int a = Session.Current.NextSeed();
        using IDisposable second = Session.Enter();
        Assert.AreNotEqual(a, Session.Current.NextSeed());
    }
}
