namespace NeuralOpt.Keras;

/// <summary>Where Keras keeps what it has downloaded.</summary>
internal static class KerasHome
{
    /// <summary><c>KERAS_HOME</c>, else <c>~/.keras</c>.</summary>
    internal static string Folder => Find(Environment.GetEnvironmentVariable("KERAS_HOME"), Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    internal static string Find(string? variable, string user)
    {
        if (string.IsNullOrEmpty(variable))
        {
            return Path.Combine(user, ".keras");
        }

        return variable == "~" || variable.StartsWith("~/", StringComparison.Ordinal) ? Path.Join(user, variable[1..]) : variable;
    }
}
