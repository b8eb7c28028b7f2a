namespace YamlDotNet.Core;

public static class Nothing;
