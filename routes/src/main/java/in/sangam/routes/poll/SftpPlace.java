package in.sangam.routes.poll;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import in.sangam.kit.Transport.FileDrop;
import in.sangam.kit.Transport.SftpServer;
import in.sangam.routes.poll.DropFolder.Dropped;
import in.sangam.routes.poll.PollFailed.Code;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder of an SFTP server. Files are read as streams where they lie: nothing of them is kept on a disk of the hub's. Each stream
 * has a channel of its own, so that one that is left in its middle disturbs no other command.
 */
final class SftpPlace implements DropPlace {

    private final String portal;
    private final String folder;
    private final int timeoutMillis;
    private final SftpSession session;
    private @Nullable ChannelSftp commands;

    SftpPlace(String portal, FileDrop drop, SftpServer server) {
        this.portal = portal;
        this.folder = drop.folder().toString();
        this.timeoutMillis = Math.toIntExact(drop.timeout().toMillis());
        this.session = new SftpSession(portal, drop, server);
    }

    @Override
    public List<Dropped> files() throws IOException {
        List<Dropped> files = new ArrayList<>();
        ChannelSftp open = commands();
        try {
            open.ls(folder, each -> {
                SftpATTRS attributes = each.getAttrs();
                if (attributes.isReg()) {
                    files.add(new Dropped(
                            each.getFilename(), attributes.getSize(), Instant.ofEpochSecond(attributes.getMTime())));
                }
                return ChannelSftp.LsEntrySelector.CONTINUE;
            });
        } catch (SftpException e) {
            throw meant("list its files", e);
        }
        return files;
    }

    @Override
    public InputStream open(String name) throws IOException {
        ChannelSftp own = channel();
        try {
            return new Content(own, own.get(path(name)));
        } catch (SftpException e) {
            own.disconnect();
            throw meant("read a file", e);
        }
    }

    @Override
    public boolean holds(String name) throws IOException {
        try {
            return commands().lstat(path(name)).isReg();
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw meant("look for a file", e);
        }
    }

    @Override
    public void move(String name, String to) throws IOException {
        String within = to.substring(0, Math.max(0, to.indexOf('/')));
        ChannelSftp open = commands();
        try {
            if (!within.isEmpty() && !isFolder(open, path(within))) {
                open.mkdir(path(within));
            }
            if (holds(to)) {
                open.rm(path(to));
            }
            open.rename(path(name), path(to));
        } catch (SftpException e) {
            throw meant(within.isEmpty() ? "rename a file" : "put files into " + within + "/", e);
        }
    }

    @Override
    public void close() {
        commands = null;
        session.close();
    }

    private static boolean isFolder(ChannelSftp open, String path) throws SftpException {
        try {
            return open.stat(path).isDir();
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw e;
        }
    }

    private ChannelSftp commands() throws IOException {
        ChannelSftp open = commands == null || commands.isClosed() ? channel() : commands;
        commands = open;
        return open;
    }

    private ChannelSftp channel() throws IOException {
        try {
            Channel channel = session.open().openChannel("sftp");
            channel.connect(timeoutMillis);
            return (ChannelSftp) channel;
        } catch (JSchException e) {
            throw session.broken(e);
        }
    }

    /** JSch takes {@code *}, {@code ?} and {@code \\} in a path for a pattern. */
    private String path(String name) {
        return (folder.endsWith("/") ? folder + name : folder + "/" + name).replaceAll("([*?\\\\])", "\\\\$1");
    }

    private IOException meant(String what, SftpException e) {
        if (e.id == ChannelSftp.SSH_FX_PERMISSION_DENIED) {
            throw new PollFailed(
                    Code.REQUEST_REFUSED,
                    portal + " does not let the hub's account " + what + ": it needs to read the folder " + folder
                            + " and to write into it",
                    e);
        }
        if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
            throw new PollFailed(
                    Code.REQUEST_REFUSED,
                    "The hub cannot " + what + " of " + portal + ": its server has no folder " + folder
                            + ", or not what lay there just now; compare the connector's url",
                    e);
        }
        return session.broken(e);
    }

    /** The bytes of a file; when they break off, it is told as what it is. */
    private final class Content extends FilterInputStream {
        private final ChannelSftp channel;

        Content(ChannelSftp channel, InputStream bytes) {
            super(bytes);
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                throw session.broken(e);
            }
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (IOException e) {
                throw session.broken(e);
            }
        }

        @Override
        public void close() {
            channel.disconnect();
        }
    }
}
