package in.sangam.app.console;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells Hawtio, which asks at every start, that there are no other programs to connect to: this console is the hub's alone. */
@RestController
class PresetConnections {

    @GetMapping("/hawtio/preset-connections")
    List<String> none() {
        return List.of();
    }
}
