using System.Net;
using System.Net.Sockets;

namespace Photos.Tests.Shared;

/// <summary>Loopback ports that nobody uses at the moment of asking.</summary>
internal static class Ports
{
    public static int Free() => FirstOf(1);

    /// <summary>The first of <paramref name="count"/> ports in a row, all free.</summary>
    public static int FirstOf(int count)
    {
        while (true)
        {
            var first = Probe(0);
            if (first + count <= 65_536 && Enumerable.Range(first + 1, count - 1).All(port => Probe(port) == port))
                return first;
        }
    }

    /// <summary>The port that could be opened, or 0.</summary>
    private static int Probe(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return 0;
        }
    }
}
