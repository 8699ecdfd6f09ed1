using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Duban.Bench;

/// <summary>Clients on kept-alive connections, all driven by one thread over bare sockets: the load shares the machine with what it measures, so it has to be light.</summary>
internal static class Wire
{
    /// <summary>Sends requests 0 … count − 1, each client the next one as soon as it has its answer; anything but a success ends the measuring.</summary>
    public static Load Run(Uri url, int clients, int count, Func<int, byte[]> request)
    {
        Load? load = null;
        Exception? fault = null;
        var thread = new Thread(() =>
        {
            try { load = Drive(url, clients, count, request); }
            catch (Exception e) { fault = e; }
        });
        thread.Start();
        thread.Join();
        return load ?? throw new InvalidOperationException("the load broke off", fault);
    }

    /// <summary>The bytes of a request.</summary>
    public static byte[] Request(string method, string path, string headers, string body = "") => Encoding.UTF8.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: bench\r\n{headers}{(body.Length > 0 ? $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n" : "")}\r\n{body}");

    private static Load Drive(Uri url, int clients, int count, Func<int, byte[]> request)
    {
        var lines = Enumerable.Range(0, clients).Select(_ => new Line(url)).ToDictionary(l => l.Socket);
        try
        {
            var (next, done, waits) = (0, 0, new double[count]);
            var (clock, busy, all) = (Stopwatch.StartNew(), BusyOfThisThread(), BusyOfProcess());
            foreach (var line in lines.Values.Take(count)) line.Send(next, request(next++));
            var ready = new List<Socket>(clients);
            while (done < count)
            {
                ready.Clear();
                foreach (var line in lines.Values) if (line.Waits) ready.Add(line.Socket);
                Socket.Select(ready, null, null, TimeSpan.FromSeconds(30));
                if (ready.Count == 0) throw new TimeoutException("no answer within 30 seconds");
                foreach (var socket in ready)
                {
                    var line = lines[socket];
                    if (!line.Read()) continue;
                    waits[line.Number] = Stopwatch.GetElapsedTime(line.SentAt).TotalMilliseconds;
                    done++;
                    if (next < count) line.Send(next, request(next++));
                }
            }
            var seconds = clock.Elapsed.TotalSeconds;
            (busy, all) = (BusyOfThisThread() - busy, BusyOfProcess() - all);
            Array.Sort(waits);
            return new(count / seconds, waits[count / 2], waits[(int)(count * 0.99)], busy / seconds, (all - busy) / count * 1e6);
        }
        finally
        {
            foreach (var socket in lines.Keys) socket.Dispose();
        }
    }

    private static double BusyOfProcess()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    // Seconds on the processor, as the kernel counts them.
    private static double BusyOfThisThread() => OperatingSystem.IsLinux() ? double.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0]) / 1e9 : double.NaN;

    /// <summary>One client's connection with at most one request under way.</summary>
    private sealed class Line
    {
        private readonly byte[] buffer = new byte[1 << 19];
        private int filled;

        public Line(Uri url)
        {
            Socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            Socket.Connect(url.Host, url.Port);
        }

        public Socket Socket { get; }

        public int Number { get; private set; }

        public long SentAt { get; private set; }

        public bool Waits { get; private set; }

        public void Send(int number, byte[] request)
        {
            (Number, SentAt, filled, Waits) = (number, Stopwatch.GetTimestamp(), 0, true);
            if (Socket.Send(request) != request.Length) throw new IOException("a request was cut short");
        }

        /// <summary>Takes what has come; true when the answer is whole.</summary>
        public bool Read()
        {
            var got = Socket.Receive(buffer.AsSpan(filled));
            if (got == 0) throw new IOException("the server hung up");
            filled += got;
            Waits = !Whole(buffer.AsSpan(0, filled));
            return !Waits;
        }

        private static bool Whole(ReadOnlySpan<byte> answer)
        {
            var head = answer.IndexOf("\r\n\r\n"u8);
            if (head < 0) return false;
            if (answer[9] != '2') throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
            var length = answer[..head].IndexOf("Content-Length: "u8);
            if (length < 0) return answer.EndsWith("0\r\n\r\n"u8); // In chunks.
            var digits = answer[(length + "Content-Length: "u8.Length)..];
            return answer.Length >= head + 4 + int.Parse(digits[..digits.IndexOf((byte)'\r')]);
        }
    }
}
