return Lambda.Template.MergeCommand.Run(args, Console.Out, Console.Error);
