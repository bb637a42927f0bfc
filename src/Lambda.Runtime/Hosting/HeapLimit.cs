namespace Amazon.Lambda.RuntimeSupport.Hosting;

/// <summary>Tells the garbage collector how much memory a sandbox has; it cannot see that by itself there.</summary>
internal static class HeapLimit
{
    public static void Set(Sandbox sandbox)
    {
        if (!sandbox.LimitsHeap || sandbox.Memory == 0)
            return;

        AppContext.SetData("GCHeapHardLimit", (ulong)sandbox.Memory * 1024 * 1024);
        try
        {
            GC.RefreshMemoryLimit();
        }
        catch (InvalidOperationException)
        {
            // More is in use already than the limit: collecting by the old rules is all that is left to do.
        }
    }
}
