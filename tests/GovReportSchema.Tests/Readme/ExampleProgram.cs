using System.Diagnostics;
using GovReportSchema.Tests.Cli;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace GovReportSchema.Tests.Readme;

/// <summary>Compiles a README's program as the SDK does one with implicit usings, and runs it as a process of its own.</summary>
internal static class ExampleProgram
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        """;

    // The framework and the library; not what the tests have beside them.
    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Append(typeof(Report).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static Compilation Empty { get; } = CSharpCompilation.Create(
        "Example", [], s_references, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

    /// <returns>What the program writes.</returns>
    public static string Run(string program, IEnumerable<string> definitions)
    {
        var source = Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(program));
        var (compilation, mistakes) = ExampleDefinition.Generate(source, definitions);
        using var folder = new TemporaryFolder();
        var assembly = folder.PathOf("Example.dll");
        var result = compilation.Emit(assembly);
        var faults = result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(faults.Count == 0 && mistakes.Length == 0, program + string.Join('\n', faults) + mistakes);
        File.Copy(typeof(Report).Assembly.Location, folder.PathOf("GovReportSchema.dll"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "govreport.runtimeconfig.json"), folder.PathOf("Example.runtimeconfig.json"));
        return RunAssembly(assembly);
    }

    /// <returns>What the assembly writes to standard output, run at the top of the repository.</returns>
    public static string RunAssembly(string assembly, params IEnumerable<string> args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", assembly, .. args])
        {
            WorkingDirectory = RepositoryFolder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.Empty(error.GetAwaiter().GetResult());
        return output;
    }
}
