package in.sangam.sandbox.portal.hrms;

import in.sangam.sandbox.control.Fault;
import in.sangam.sandbox.control.FaultSwitch;
import jakarta.servlet.ServletConfig;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.sql.DataSource;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.apache.cxf.ws.security.SecurityConstants;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.ext.WSPasswordCallback;

/**
 * The SOAP end of HRMS: SOAP 1.1 by its WSDL, open to the holder of one UsernameToken (WS-Security, PasswordText: the
 * portal is on loopback only).
 */
public final class EmployeeServlet extends CXFNonSpringServlet {

    private static final long serialVersionUID = 1;

    private final transient DataSource database;
    private final transient FaultSwitch faults;
    private final String username;
    private final String password;

    public EmployeeServlet(DataSource database, FaultSwitch faults, String username, String password) {
        this.database = database;
        this.faults = faults;
        this.username = username;
        this.password = password;
    }

    @Override
    protected void loadBus(ServletConfig config) {
        setBus(new ExtensionManagerBus());
        EndpointImpl endpoint = new EndpointImpl(getBus(), new EmployeeRecords(database, faults));
        endpoint.getInInterceptors()
                .add(new WSS4JInInterceptor(Map.of(
                        ConfigurationConstants.ACTION,
                        ConfigurationConstants.USERNAME_TOKEN,
                        ConfigurationConstants.PASSWORD_TYPE,
                        "PasswordText",
                        ConfigurationConstants.PW_CALLBACK_REF,
                        (CallbackHandler) this::password)));
        // As a real portal would, it tells a wrong password (wsse:FailedAuthentication) from a broken message.
        endpoint.setProperties(Map.of(SecurityConstants.RETURN_SECURITY_ERROR, true));
        endpoint.publish("/EmployeeService");
    }

    private void password(Callback[] callbacks) {
        for (Callback callback : callbacks) {
            if (callback instanceof WSPasswordCallback asked
                    && username.equals(asked.getIdentifier())
                    && !faults.take(Fault.WRONG_CREDENTIAL)) {
                asked.setPassword(password);
            }
        }
    }
}
