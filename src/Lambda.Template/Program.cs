return Lambda.Template.MergeCommand.Run(args, Console.Out);
