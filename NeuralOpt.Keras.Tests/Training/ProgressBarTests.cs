using System.Text;
using System.Text.Json;
using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras.Tests.Training;

[TestClass]
public sealed class ProgressBarTests
{
    private readonly StringWriter _output = new();
    private readonly ManualClock _clock = new();

    [TestMethod]
    public void Fit_verbose_1_writes_Keras_bytes()
    {
        Heading(1);
        Epoch((0.033, V(0.5750, 0.8611)), (0.096, V(0.4933, 0.9821, 0.2, 1.1062)));
        Heading(2);
        Epoch((0.026, V(0.6250, 0.7543)), (0.064, V(0.5867, 0.8636, 0.24, 1.1057)));

        Assert.AreEqual(Recorded("fit", "verbose1"), _output.ToString());

        void Epoch((double Time, KeyValuePair<string, double>[] Values) first, (double Time, KeyValuePair<string, double>[] Values) final)
        {
            ProgressBar bar = Bar(2, ProgressStyle.KerasExact);
            _clock.Advance(first.Time);
            bar.Update(1, first.Values, finalize: false);
            _clock.Advance(0.04);
            bar.Update(2, V(0.1, 0.2), finalize: false);
            _clock.Advance(final.Time - 0.04);
            bar.Update(2, final.Values, finalize: true);
        }
    }

    [TestMethod]
    public void Fit_verbose_2_writes_Keras_bytes()
    {
        Heading(1);
        Epoch(0.206, V(0.6533, 0.7928, 0.28, 1.1059));
        Heading(2);
        Epoch(0.104, V(0.6933, 0.7421, 0.28, 1.1069));

        Assert.AreEqual(Recorded("fit", "verbose2"), _output.ToString());

        void Epoch(double time, KeyValuePair<string, double>[] values)
        {
            ProgressBar bar = Bar(2, verbose: 2);
            _clock.Advance(time / 2);
            bar.Update(1, V(0, 0), finalize: false);
            _clock.Advance(time / 2);
            bar.Update(2, values, finalize: true);
        }
    }

    [TestMethod]
    public void Evaluate_verbose_1_writes_Keras_bytes()
    {
        ProgressBar bar = Bar(4, ProgressStyle.KerasExact);
        _clock.Advance(0.030);
        bar.Update(1, V(0.375, 1.0922), finalize: false);
        _clock.Advance(0.021);
        bar.Update(4, V(0.4, 1.0877), finalize: true);

        Assert.AreEqual(Recorded("evaluate", "verbose1"), _output.ToString());
    }

    [TestMethod]
    public void Predict_verbose_1_writes_Keras_bytes()
    {
        ProgressBar bar = Bar(4, ProgressStyle.KerasExact);
        _clock.Advance(0.034);
        bar.Update(1, [], finalize: false);
        _clock.Advance(0.033);
        bar.Update(4, [], finalize: true);

        Assert.AreEqual(Recorded("predict", "verbose1"), _output.ToString());
    }

    [TestMethod]
    public void Evaluate_and_predict_verbose_2_write_Keras_bytes()
    {
        ProgressBar bar = Bar(4, verbose: 2);
        _clock.Advance(0.072);
        bar.Update(4, V(0.37, 1.0839), finalize: true);
        Assert.AreEqual(Recorded("evaluate", "verbose2"), _output.ToString());

        _output.GetStringBuilder().Clear();
        bar = Bar(4, verbose: 2);
        _clock.Advance(0.064);
        bar.Update(4, [], finalize: true);
        Assert.AreEqual(Recorded("predict", "verbose2"), _output.ToString());
    }

    [TestMethod]
    public void Verbose_0_writes_nothing()
    {
        Bar(4, verbose: 0).Update(4, V(1, 2), finalize: true);

        Assert.AreEqual("", _output.ToString());
    }

    [TestMethod]
    public void A_terminal_gets_the_bytes_of_Keras_and_the_means_as_they_come()
    {
        Play(Bar(3, ProgressStyle.Keras, interactive: true, colour: true));

        string first = "\r\e[1m1/3\e[0m \e[32m━━━━━━\e[0m\e[37m━━━━━━━━━━━━━━\e[0m \e[1m0s\e[0m 200ms/step - loss: 1.0000";
        string second = new string('\b', 53) + "\r\e[1m2/3\e[0m \e[32m━━━━━━━━━━━━━\e[0m\e[37m━━━━━━━\e[0m \e[1m0s\e[0m 100ms/step - loss: 0.5000";
        Assert.AreEqual(first + second, _output.ToString()[..(first.Length + second.Length)]);
    }

    [TestMethod]
    public void Keras_itself_averages_the_means()
    {
        Play(Bar(3, ProgressStyle.KerasExact));

        StringAssert.Contains(_output.ToString(), "loss: 0.7500");
    }

    [TestMethod]
    public void Redirected_output_gets_the_finished_line_without_control_characters()
    {
        Play(Bar(3, ProgressStyle.Keras));

        Assert.AreEqual("3/3 ━━━━━━━━━━━━━━━━━━━━ 0s 100ms/step - loss: 0.2500 - val_loss: 0.3000\n", _output.ToString());
    }

    [TestMethod]
    public void Without_colour_what_is_left_of_the_bar_stays_empty()
    {
        Play(Bar(3, ProgressStyle.Keras, interactive: true, colour: false));

        StringAssert.StartsWith(_output.ToString(), "\r1/3 ━━━━━━               0s 200ms/step - loss: 1.0000" + new string('\b', 53) + "\r2/3 ━━━━━━━━━━━━━        0s");
        Assert.DoesNotContain("\e", _output.ToString());
    }

    [TestMethod]
    public void A_bar_that_cannot_be_encoded_is_drawn_with_equals_signs()
    {
        MemoryStream bytes = new();
        StreamWriter latin = new(bytes, Encoding.Latin1);
        Play(new ProgressBar(3, terminal: new ProgressTerminal(latin, Interactive: false, Colour: false), clock: _clock));

        StringAssert.StartsWith(Encoding.Latin1.GetString(bytes.ToArray()), "3/3 ==================== 0s 100ms/step");
    }

    [TestMethod]
    public void The_look_of_Keras_2_is_drawn()
    {
        Play(Bar(3, ProgressStyle.Keras2, interactive: true));

        string output = _output.ToString();
        StringAssert.StartsWith(output, "\r1/3 [=========>....................] - ETA: 0s - loss: 1.0000\b");
        StringAssert.EndsWith(output, "\r3/3 [==============================] - 0s 100ms/step - loss: 0.2500 - val_loss: 0.3000\n");
    }

    [TestMethod]
    public void Verbose_2_of_Keras_2_ends_with_the_times()
    {
        ProgressBar bar = Bar(3, ProgressStyle.Keras2, verbose: 2);
        _clock.Advance(2.4);
        bar.Update(3, [new("loss", 0.5)], finalize: true);

        Assert.AreEqual("3/3 - 2s - loss: 0.5000 - 2s/epoch - 800ms/step\n", _output.ToString());
    }

    [TestMethod]
    public void An_unknown_length_shows_the_count_and_at_the_end_the_bar()
    {
        ProgressBar bar = Bar(null, ProgressStyle.KerasExact);
        _clock.Advance(1.2);
        bar.Update(1, [], finalize: false);
        Assert.AreEqual("\r      1/Unknown \e[1m1s\e[0m 1s/step", _output.ToString());

        bar.Target = 1;
        bar.Update(1, [], finalize: true);
        StringAssert.EndsWith(_output.ToString(), "\r\e[1m1/1\e[0m \e[32m━━━━━━━━━━━━━━━━━━━━\e[0m\e[37m\e[0m \e[1m1s\e[0m 1s/step\n");
    }

    [TestMethod]
    public void A_shorter_line_wipes_what_the_longer_one_left()
    {
        ProgressBar bar = Bar(10, interactive: true, style: ProgressStyle.Keras2);
        _clock.Advance(4000);
        bar.Update(1, []);
        _clock.Advance(1);
        bar.Update(2, []);

        string[] lines = _output.ToString().Split('\r', StringSplitOptions.RemoveEmptyEntries);
        Assert.AreEqual(" 1/10 [==>...........................] - ETA: 10:00:00" + new string('\b', 54), lines[0]);
        Assert.AreEqual(" 2/10 [=====>........................] - ETA: 8s      ", lines[1]);
    }

    [TestMethod]
    public void A_step_between_two_redraws_allocates_nothing()
    {
        ProgressBar bar = Bar(100_000, interactive: true);
        KeyValuePair<string, double>[] values = V(0.5, 0.25);
        bar.Update(1, values, finalize: false);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int step = 2; step < 1000; step++)
        {
            bar.Update(step, values, finalize: false);
        }

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    public void The_look_can_be_chosen_for_a_session()
    {
        using IDisposable session = Session.Enter();
        Utils.SetProgressStyle(ProgressStyle.Keras2);

        Play(new ProgressBar(3, terminal: new ProgressTerminal(_output, false, false), clock: _clock));

        StringAssert.StartsWith(_output.ToString(), "3/3 [==============================] - 0s");
    }

    private static void Play(ProgressBar bar, ManualClock clock)
    {
        clock.Advance(0.2);
        bar.Update(1, [new("loss", 1)], finalize: false);
        clock.Advance(0.1);
        bar.Update(2, [new("loss", 0.5)], finalize: false);
        clock.Advance(0.04);
        bar.Update(3, [new("loss", 0.25)], finalize: false);
        clock.Advance(0.06);
        bar.Update(3, [new("loss", 0.25), new("val_loss", 0.3)], finalize: true);
    }

    private void Play(ProgressBar bar) => Play(bar, _clock);

    private ProgressBar Bar(long? target, ProgressStyle style = ProgressStyle.Keras, int verbose = 1, bool interactive = false, bool colour = false) =>
        new(target, verbose, style: style, terminal: new ProgressTerminal(_output, interactive, colour), clock: _clock);

    private void Heading(int epoch) => _output.Write($"Epoch {epoch}/2\n");

    private static KeyValuePair<string, double>[] V(params double[] values) =>
        [.. ((string[])["accuracy", "loss", "val_accuracy", "val_loss"]).Zip(values, KeyValuePair.Create)];

    private static string Recorded(string method, string verbose)
    {
        using JsonDocument text = JsonDocument.Parse(File.ReadAllText(Fixture.PathOf("text/text.json")));
        return text.RootElement.GetProperty($"{method}/{verbose}").GetString()!;
    }
}
