package pullquote;

/** Where it starts: with what the environment and the command line say. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // The tokenizer would look for a graphics card, and for its own library on the network.
        System.setProperty("RUST_FLAVOR", "cpu");
        if (args.length > 0) {
            // Who asks at the command line wants the answer and not our diary.
            System.setProperty("pullquote.log", "WARN");
        }
        int exit = Commands.line(System.getenv()).execute(args);
        if (exit != Commands.SERVING) {
            System.exit(exit);
        }
    }
}
