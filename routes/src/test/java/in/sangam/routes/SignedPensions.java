package in.sangam.routes;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.crypto.Merlin;

/** A real service of Apache CXF that takes requests signed by an authority's certificates alone, and attaches a document (MTOM). */
public final class SignedPensions implements AutoCloseable {

    static final byte[] DOCUMENT =
            "%PDF-1.7 of Ram Kumar".repeat(10_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final String NAMESPACE = "urn:pensions:1";

    /** What the contract says. */
    @WebService(name = "Pensions", targetNamespace = NAMESPACE)
    @SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
    public interface Pensions {
        @WebMethod(operationName = "GetOrders", action = "")
        @WebResult(name = "GetOrdersResponse", targetNamespace = NAMESPACE)
        Orders getOrders(@WebParam(name = "GetOrders", targetNamespace = NAMESPACE) Ask ask);
    }

    /** The request. */
    @XmlRootElement(name = "GetOrders", namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static class Ask {
        @XmlElement(namespace = NAMESPACE)
        public String changedSince;

        @XmlElement(namespace = NAMESPACE)
        public String afterKey;

        @XmlElement(namespace = NAMESPACE)
        public int limit;
    }

    /** The answer. */
    @XmlRootElement(name = "GetOrdersResponse", namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static class Orders {
        @XmlElement(name = "Order", namespace = NAMESPACE)
        public List<Order> orders = new ArrayList<>();
    }

    /** One order. */
    @XmlAccessorType(XmlAccessType.FIELD)
    public static class Order {
        @XmlElement(namespace = NAMESPACE)
        public String orderNo = "P-1";

        @XmlElement(namespace = NAMESPACE)
        public String name = "Ram Kumar";

        @XmlElement(namespace = NAMESPACE)
        public String district = "Gaya";

        @XmlElement(namespace = NAMESPACE)
        public String registeredOn = "2026-10-01";

        @XmlElement(namespace = NAMESPACE)
        public String status = "OPEN";

        @XmlElement(namespace = NAMESPACE)
        public String changedAt = "2026-10-02T10:00:00+05:30";

        @XmlElement(namespace = NAMESPACE)
        public byte[] document = DOCUMENT;
    }

    private static final class OneOrder implements Pensions {
        @Override
        public Orders getOrders(Ask ask) {
            Orders orders = new Orders();
            orders.orders.add(new Order());
            return orders;
        }
    }

    private final Tomcat tomcat = new Tomcat();

    SignedPensions(Path folder, Path authority) throws Exception {
        BusFactory.getDefaultBus();
        tomcat.setBaseDir(Files.createDirectories(folder).toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", null);
        Bus bus = BusFactory.newInstance().createBus();
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(bus);
        Tomcat.addServlet(context, "cxf", servlet).setLoadOnStartup(1);
        context.addServletMappingDecoded("/*", "cxf");
        tomcat.start();
        JaxWsServerFactoryBean service = new JaxWsServerFactoryBean();
        service.setBus(bus);
        service.setServiceClass(Pensions.class);
        service.setServiceBean(new OneOrder());
        service.setAddress("/pensions");
        service.setProperties(Map.of("mtom-enabled", "true"));
        service.getInInterceptors()
                .add(new WSS4JInInterceptor(Map.of(
                        "action", "Timestamp Signature",
                        "signatureVerificationPropRefId", "trusted",
                        "trusted", trusting(authority))));
        service.create();
    }

    String url() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/pensions";
    }

    private static Merlin trusting(Path authority) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(authority)) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        Merlin merlin = new Merlin();
        merlin.setTrustStore(trusted);
        return merlin;
    }

    @Override
    public void close() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }
}
