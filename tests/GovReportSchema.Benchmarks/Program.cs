using BenchmarkDotNet.Running;
using GovReportSchema.Benchmarks;

// Without arguments: the tables of the README. With --brief they only show that everything runs. With --startup: how long it takes
// from the start of a process to the first checked document. With --generating: how long definitions take to become C#, and how much
// it is. Any other arguments, such as --filter '*', go to BenchmarkDotNet.
switch (args)
{
    case [] or ["--brief"]:
        SelfCheck.Run();
        SpeedTables.Print(isBrief: args.Length > 0);
        await StreamTable.PrintAsync(isBrief: args.Length > 0);
        GeneratingTable.Print(isBrief: args.Length > 0);
        return 0;
    case ["--generating"]:
        GeneratingTable.Print(isBrief: false);
        return 0;
    case ["--generating", GeneratingTable.FirstArgument, var form]:
        return GeneratingTable.PrintFirst(form);
    case ["--startup", .. var rest]:
        return StartUpTable.Print(rest);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SelfCheck).Assembly).Run(args);
        return 0;
}
