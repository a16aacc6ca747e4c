package in.sangam.sandbox.portal;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;

/** An answer that is held back, so that a fault can spoil it. */
final class HeldAnswer extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    HeldAnswer(HttpServletResponse response) {
        super(response);
    }

    byte[] bytes() {
        return held.toByteArray();
    }

    @Override
    public void flushBuffer() {
        // nothing leaves before the fault has been applied
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int octet) {
                held.write(octet);
            }

            @Override
            public void write(byte[] octets, int offset, int length) {
                held.write(octets, offset, length);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException("A held answer is written by a blocking servlet only");
            }
        };
    }
}
