namespace GovReportSchema.Cli.Submissions;

/// <summary>Opens files, and says in one sentence why one cannot be read.</summary>
internal static class InputFile
{
    /// <exception cref="InputFailure">The file cannot be opened.</exception>
    public static Stream Open(string name)
    {
        try
        {
            // On Unix a directory opens as if it were an unreadable file.
            return Directory.Exists(name)
                ? throw new InputFailure(new($"“{name}”是文件夹，不是文件", $"'{name}' is a folder, not a file"))
                : new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new InputFailure(new($"找不到文件“{name}”", $"there is no file '{name}'"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Unreadable(name, e);
        }
    }

    public static InputFailure Unreadable(string name, Exception cause)
    {
        // The system's own sentence names the file again, and may come in lines.
        var reason = cause is UnauthorizedAccessException
            ? new Label("没有读取权限", "permission denied")
            : new Label(cause.Message.ReplaceLineEndings(" "), cause.Message.ReplaceLineEndings(" "));
        return new(new($"无法读取“{name}”：{reason.Zh}", $"cannot read '{name}': {reason.En}"));
    }
}
