import { COMMANDS } from "@/scripts/cli/commands";
import { reasonOf, say } from "@/scripts/cli/context";

const [, , ...words] = process.argv;

function find(): { run: (args: string[]) => Promise<string>; args: string[] } | null {
  for (const length of [2, 1]) {
    const command = COMMANDS[words.slice(0, length).join(" ")];
    if (command) return { run: command.run, args: words.slice(length) };
  }
  return null;
}

async function main(): Promise<number> {
  const command = find();
  if (!command) {
    if (words.length > 0) say(`There is no command "${words.slice(0, 2).join(" ")}".`);
    say(
      `Usage:\n${Object.values(COMMANDS)
        .map(({ usage }) => `  ${usage}`)
        .join("\n")}`,
    );
    return 2;
  }
  try {
    process.stdout.write(`${await command.run(command.args)}\n`);
    return 0;
  } catch (error) {
    say(reasonOf(error));
    return 1;
  }
}

process.exitCode = await main();
