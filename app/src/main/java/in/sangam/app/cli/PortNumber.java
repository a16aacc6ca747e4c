package in.sangam.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A port as a person types it; 0 stands for any free one. */
final class PortNumber implements ITypeConverter<Integer> {

    private static final int LARGEST = 65_535;

    @Override
    public Integer convert(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= LARGEST) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below, as what is out of range.
        }
        throw new TypeConversionException("'" + text + "' is no port: give a number from 0 to " + LARGEST);
    }
}
