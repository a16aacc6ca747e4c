package in.sangam.routes.poll;

import in.sangam.kit.Auth;
import in.sangam.kit.Source.SoapSource;
import in.sangam.kit.Transport;
import in.sangam.routes.error.AllowedHeaders;
import in.sangam.routes.reach.Trust;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.namespace.QName;
import org.apache.camel.CamelContext;
import org.apache.camel.component.cxf.common.DataFormat;
import org.apache.camel.component.cxf.jaxws.CxfConfigurer;
import org.apache.camel.component.cxf.jaxws.CxfEndpoint;
import org.apache.cxf.BusFactory;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.AbstractWSDLBasedEndpointFactory;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.jspecify.annotations.Nullable;

/** The endpoint of a SOAP portal, for any WSDL: only bodies pass, the credential is put on by WS-Security alone. */
final class SoapPortal {

    private final Transport.Soap transport;
    private final SoapSource source;
    private final LastAnswer lastAnswer;
    private final @Nullable SoapSignature signature;

    /** @param signature null where the hub does not sign */
    SoapPortal(Transport.Soap transport, SoapSource source, LastAnswer lastAnswer, @Nullable SoapSignature signature) {
        this.signature = signature;
        this.transport = transport;
        this.source = source;
        this.lastAnswer = lastAnswer;
    }

    CxfEndpoint endpoint(CamelContext context) {
        CxfEndpoint endpoint = new CxfEndpoint();
        endpoint.setCamelContext(context);
        endpoint.setBus(BusFactory.getDefaultBus());
        endpoint.setAddress(transport.url());
        endpoint.setWsdlURL(transport.wsdl().toUri().toString());
        endpoint.setServiceNameAsQName(new QName(transport.namespace(), transport.service()));
        endpoint.setPortNameAsQName(new QName(transport.namespace(), transport.port()));
        endpoint.setDataFormat(DataFormat.PAYLOAD);
        endpoint.setDefaultOperationName(source.operation());
        endpoint.setDefaultOperationNamespace(transport.namespace());
        endpoint.setHeaderFilterStrategy(AllowedHeaders.of(Set.of(), Set.of()));
        endpoint.setSkipFaultLogging(true);
        // Attachments stay in memory, which largest: bounds: by default the large ones are written to the hub's disk.
        endpoint.setProperties(new HashMap<>(
                Map.of(AttachmentDeserializer.ATTACHMENT_MEMORY_THRESHOLD, String.valueOf(transport.largest()))));
        endpoint.setCxfConfigurer(new Conduit(transport));
        endpoint.getInInterceptors().add(new KeepAnswer(lastAnswer, transport.largest(), transport.timeout()));
        endpoint.getInInterceptors().add(new JoinAttachments(lastAnswer));
        endpoint.getInFaultInterceptors().add(new KeepAnswer(lastAnswer, transport.largest(), transport.timeout()));
        if (transport.auth() instanceof Auth.Login login) {
            endpoint.getOutInterceptors().add(usernameToken(login));
        }
        if (signature != null) {
            endpoint.getOutInterceptors().add(signature.interceptor());
        }
        return endpoint;
    }

    private static WSS4JOutInterceptor usernameToken(Auth.Login login) {
        CallbackHandler password = callbacks ->
                ((WSPasswordCallback) callbacks[0]).setPassword(login.password().reveal());
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConfigurationConstants.ACTION, ConfigurationConstants.USERNAME_TOKEN);
        settings.put(ConfigurationConstants.PASSWORD_TYPE, "PasswordText");
        settings.put(ConfigurationConstants.USER, login.username().reveal());
        settings.put(ConfigurationConstants.PW_CALLBACK_REF, password);
        return new WSS4JOutInterceptor(settings);
    }

    /**
     * No request waits longer than the connector allows, none is chunked: some portals' servers cannot read that, no redirect is
     * followed, and only the connector's own authorities are trusted beside the machine's.
     */
    private record Conduit(Transport.Soap transport) implements CxfConfigurer {

        @Override
        public void configure(AbstractWSDLBasedEndpointFactory factory) {
            // Nothing to do before the client exists.
        }

        @Override
        public void configureClient(Client client) {
            HTTPClientPolicy policy = new HTTPClientPolicy();
            policy.setConnectionTimeout(transport.timeout().toMillis());
            policy.setReceiveTimeout(transport.timeout().toMillis());
            policy.setAllowChunking(false);
            policy.setAutoRedirect(false);
            TLSClientParameters tls = new TLSClientParameters();
            tls.setSslContext(Trust.context(transport.trust()));
            HTTPConduit conduit = (HTTPConduit) client.getConduit();
            conduit.setClient(policy);
            conduit.setTlsClientParameters(tls);
        }

        @Override
        public void configureServer(Server server) {
            // The hub only calls.
        }
    }
}
