package org.minyi;

import java.util.List;
import java.util.TimeZone;
import org.minyi.audit.command.VerifyCommand;
import org.minyi.citizen.RotateKeysCommand;
import org.minyi.contact.command.ImportCommand;
import org.minyi.organisation.ClientKeyCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Minyi: the work-order system of a police public-opinion centre. */
@SpringBootApplication
public class Application {

    /** Job due dates are stored without a zone, so every node has to live in the same one (ENGINE section 5). */
    public static void main(String[] args) {
        if (args.length > 0 && "import".equals(args[0])) {
            System.exit(ImportCommand.run(List.of(args).subList(1, args.length)));
        }
        if (args.length > 0 && "rotate-keys".equals(args[0])) {
            System.exit(RotateKeysCommand.run(List.of(args).subList(1, args.length)));
        }
        if (args.length > 0 && "verify".equals(args[0])) {
            System.exit(VerifyCommand.run(List.of(args).subList(1, args.length)));
        }
        if (args.length > 0 && "client-key".equals(args[0])) {
            System.exit(ClientKeyCommand.run(List.of(args).subList(1, args.length)));
        }
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        SpringApplication.run(Application.class, args);
    }
}
