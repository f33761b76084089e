using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NeuralOpt.Keras.Tests.Utilities;

/// <summary>A server on this machine that gives every caller the same answer.</summary>
internal sealed class FileServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;
    private int _requests;

    /// <summary>A server of a file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="status">The first line's status.</param>
    /// <param name="declared">The length it declares; null is the true one, -1 none.</param>
    internal FileServer(byte[] content, string status = "200 OK", int? declared = null)
    {
        string length = declared == -1 ? "" : $"Content-Length: {declared ?? content.Length}\r\n";
        _answer = [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{length}Connection: close\r\n\r\n"), .. content];
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    internal int Requests => _requests;

    internal string Url(string name) => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/files/{name}?v=1";

    public void Dispose() => _listener.Stop();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _requests);
                NetworkStream stream = client.GetStream();
                StringBuilder request = new();
                byte[] buffer = new byte[1024];
                while (!request.ToString().Contains("\r\n\r\n"))
                {
                    request.Append(Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer)));
                }

                await stream.WriteAsync(_answer);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The listener was stopped: the test is over.
        }
    }
}
