package in.sangam.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sangam.sandbox.FilledSandbox;
import in.sangam.sandbox.RunningSandbox;
import in.sangam.sandbox.portal.hrms.wsdl.ChangesRequest;
import in.sangam.sandbox.portal.hrms.wsdl.EmployeePort;
import in.sangam.sandbox.portal.hrms.wsdl.EmployeeService;
import in.sangam.sandbox.portal.hrms.wsdl.GetPostingsResponse;
import in.sangam.sandbox.portal.hrms.wsdl.GetSalaryCasesResponse;
import in.sangam.sandbox.portal.hrms.wsdl.Posting;
import in.sangam.sandbox.portal.hrms.wsdl.SalaryCase;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HrmsPortalTest {

    private final RunningSandbox sandbox;

    HrmsPortalTest() throws Exception {
        sandbox = RunningSandbox.get();
    }

    @AfterEach
    void clear() throws Exception {
        sandbox.clearFaults();
    }

    @Test
    void every_version_of_a_salary_case_is_served_once_in_change_order() throws Exception {
        EmployeePort port = port(sandbox.address("hrms.password"));
        List<String> served = new ArrayList<>();
        String key = null;
        do {
            GetSalaryCasesResponse page = port.getSalaryCases(request("2020-01-01T00:00:00+05:30", key, 33));
            assertThat(page.getSalaryCase().size()).isLessThanOrEqualTo(33);
            page.getSalaryCase().stream().map(SalaryCase::getCaseNo).forEach(served::add);
            key = page.getNextKey();
        } while (key != null);

        assertThat(served)
                .isEqualTo(column("select case_no from hrms.salary_case_version order by changed_at, case_no"));
    }

    @Test
    void every_version_of_a_posting_is_served_once_in_change_order() throws Exception {
        EmployeePort port = port(sandbox.address("hrms.password"));
        List<String> served = new ArrayList<>();
        String key = null;
        do {
            GetPostingsResponse page = port.getPostings(request("2000-01-01T00:00:00+05:30", key, 20));
            page.getPosting().stream().map(Posting::getPostingNo).forEach(served::add);
            key = page.getNextKey();
        } while (key != null);

        assertThat(served)
                .isNotEmpty()
                .isEqualTo(column("select posting_no from hrms.posting_version order by changed_at, posting_no"));
    }

    @Test
    void changed_since_is_inclusive() throws Exception {
        EmployeePort port = port(sandbox.address("hrms.password"));
        SalaryCase second = port.getSalaryCases(request("2020-01-01T00:00:00+05:30", null, 2))
                .getSalaryCase()
                .get(1);

        SalaryCase first = port.getSalaryCases(request(second.getChangedAt(), null, 1))
                .getSalaryCase()
                .get(0);

        assertThat(first.getCaseNo()).isEqualTo(second.getCaseNo());
        assertThat(first.getChangedAt()).isEqualTo(second.getChangedAt());
    }

    @Test
    void a_wrong_password_is_told_apart_from_a_broken_message() {
        EmployeePort port = port("wrong");

        assertThatThrownBy(() -> port.getPostings(request("2020-01-01T00:00:00+05:30", null, 1)))
                .isInstanceOfSatisfying(
                        SOAPFaultException.class,
                        fault -> assertThat(fault.getFault().getFaultCode()).endsWith("FailedAuthentication"));
    }

    @Test
    void a_message_without_a_token_is_refused() throws Exception {
        HttpResponse<String> answer = sandbox.send(
                "POST",
                sandbox.address("hrms.url"),
                """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
                <e:GetPostings xmlns:e="urn:hrms:employee:1"><e:changedSince>2026-10-01T00:00:00+05:30</e:changedSince>
                </e:GetPostings></s:Body></s:Envelope>""",
                "Content-Type",
                "text/xml;charset=UTF-8");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Fault").doesNotContain("postingNo");
    }

    @Test
    void a_request_that_cannot_be_understood_is_a_fault_that_says_why() {
        EmployeePort port = port(sandbox.address("hrms.password"));

        assertThatThrownBy(() -> port.getPostings(request("2020-01-01T00:00:00+05:30", "not a key", 1)))
                .hasMessageContaining("afterKey");
        assertThatThrownBy(() -> port.getPostings(request("2020-01-01T00:00:00+05:30", null, 501)))
                .hasMessageContaining("limit");
    }

    @Test
    void a_switched_credential_fault_refuses_the_right_password_once() {
        EmployeePort port = port(sandbox.address("hrms.password"));

        assertThatThrownBy(() -> {
                    sandbox.fault("hrms", "wrong-credential", 1);
                    port.getPostings(request("2020-01-01T00:00:00+05:30", null, 1));
                })
                .isInstanceOf(SOAPFaultException.class);
        assertThat(port.getPostings(request("2020-01-01T00:00:00+05:30", null, 1))
                        .getPosting())
                .hasSize(1);
    }

    @Test
    void faulty_rows_come_after_the_good_ones_of_the_last_page() throws Exception {
        EmployeePort port = port(sandbox.address("hrms.password"));
        for (String fault : List.of("missing-key", "unknown-district", "unknown-status", "odd-date")) {
            sandbox.fault("hrms", fault, 1);
        }
        String since = column("select to_char(max(changed_at) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                        + " from hrms.salary_case_version")
                .get(0);

        List<SalaryCase> cases = port.getSalaryCases(request(since, null, 500)).getSalaryCase();

        List<SalaryCase> faulty = cases.subList(cases.size() - 4, cases.size());
        assertThat(faulty.get(0).getCaseNo()).isNull();
        assertThat(faulty.get(1).getDistrictName()).isEqualTo("Atlantis");
        assertThat(faulty.get(2).getStatus()).isEqualTo("PONDERED");
        assertThat(faulty.get(3).getRegisteredOn()).isEqualTo("31/10/26 6 PM");
    }

    private EmployeePort port(String password) {
        EmployeePort port = new EmployeeService().getEmployeePort();
        ((BindingProvider) port)
                .getRequestContext()
                .put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, sandbox.address("hrms.url"));
        ClientProxy.getClient(port)
                .getOutInterceptors()
                .add(new WSS4JOutInterceptor(Map.of(
                        ConfigurationConstants.ACTION,
                        ConfigurationConstants.USERNAME_TOKEN,
                        ConfigurationConstants.PASSWORD_TYPE,
                        "PasswordText",
                        ConfigurationConstants.USER,
                        sandbox.address("hrms.username"),
                        ConfigurationConstants.PW_CALLBACK_REF,
                        (CallbackHandler) asked -> ((WSPasswordCallback) asked[0]).setPassword(password))));
        return port;
    }

    private static ChangesRequest request(String since, String afterKey, int limit) {
        ChangesRequest request = new ChangesRequest();
        request.setChangedSince(since);
        request.setAfterKey(afterKey);
        request.setLimit(limit);
        return request;
    }

    private List<String> column(String query) throws Exception {
        return FilledSandbox.rows(sandbox.owner(), query).stream()
                .map(row -> row.get(0))
                .toList();
    }
}
