package in.sangam.sandbox.portal.hrms;

import in.sangam.sandbox.control.Fault;
import in.sangam.sandbox.control.FaultSwitch;
import in.sangam.sandbox.control.FaultSwitch.FaultyRow;
import in.sangam.sandbox.control.Faults;
import in.sangam.sandbox.portal.IndianTime;
import in.sangam.sandbox.portal.hrms.wsdl.ChangesRequest;
import in.sangam.sandbox.portal.hrms.wsdl.EmployeePort;
import in.sangam.sandbox.portal.hrms.wsdl.GetPostingsResponse;
import in.sangam.sandbox.portal.hrms.wsdl.GetSalaryCasesResponse;
import in.sangam.sandbox.portal.hrms.wsdl.Posting;
import in.sangam.sandbox.portal.hrms.wsdl.SalaryCase;
import jakarta.jws.WebService;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The HRMS service: every version of salary cases and postings in change order, a page at a time. */
@WebService(
        serviceName = "EmployeeService",
        portName = "EmployeePort",
        targetNamespace = "urn:hrms:employee:1",
        endpointInterface = "in.sangam.sandbox.portal.hrms.wsdl.EmployeePort",
        wsdlLocation = "classpath:wsdl/EmployeeService.wsdl")
public final class EmployeeRecords implements EmployeePort {

    // An empty key comes before every other: the first page is the moment itself, inclusive.
    private static final String SALARY_CASES =
            """
            select case_no, employee_code, employee_name, mobile, ddo_code, district_name, office, reason,
                registered_on, resolved_on, status, changed_at
            from hrms.salary_case_version
            where (changed_at, case_no) > (?, ?) order by changed_at, case_no limit ?
            """;
    private static final String POSTINGS =
            """
            select posting_no, employee_code, employee_name, post_code, post_name, district_name, from_date, to_date,
                changed_at
            from hrms.posting_version
            where (changed_at, posting_no) > (?, ?) order by changed_at, posting_no limit ?
            """;

    private final DataSource database;
    private final FaultSwitch faults;

    public EmployeeRecords(DataSource database, FaultSwitch faults) {
        this.database = database;
        this.faults = faults;
    }

    @Override
    public GetSalaryCasesResponse getSalaryCases(ChangesRequest request) {
        GetSalaryCasesResponse response = new GetSalaryCasesResponse();
        response.setNextKey(walk(Page.of(request), SALARY_CASES, (row, last) -> {
            response.getSalaryCase().add(salaryCase(row));
            if (last) {
                for (FaultyRow faulty : faults.rows()) {
                    response.getSalaryCase().add(spoilt(salaryCase(row), faulty));
                }
            }
        }));
        return response;
    }

    @Override
    public GetPostingsResponse getPostings(ChangesRequest request) {
        GetPostingsResponse response = new GetPostingsResponse();
        response.setNextKey(walk(
                Page.of(request), POSTINGS, (row, last) -> response.getPosting().add(posting(row))));
        return response;
    }

    private interface Rows {
        void add(ResultSet row, boolean last) throws SQLException;
    }

    /** Gives the rows of a page and returns the key of the next one, null at the end of the walk. */
    private @Nullable String walk(Page page, String sql, Rows rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, page.moment());
            select.setString(2, page.key());
            select.setInt(3, page.limit() + 1);
            try (ResultSet row = select.executeQuery()) {
                for (int given = 1; row.next(); given++) {
                    rows.add(row, row.isLast());
                    if (given == page.limit() && !row.isLast()) {
                        if (faults.take(Fault.REPEAT_PAGE)) {
                            // The page names itself as the next one, so that it is served once more.
                            return Page.keyAfter(page.moment(), page.key());
                        }
                        return Page.keyAfter(row.getObject("changed_at", OffsetDateTime.class), row.getString(1));
                    }
                }
                return null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The portal's database failed", e);
        }
    }

    private static SalaryCase salaryCase(ResultSet row) throws SQLException {
        SalaryCase salaryCase = new SalaryCase();
        salaryCase.setCaseNo(row.getString("case_no"));
        salaryCase.setEmployeeCode(row.getString("employee_code"));
        salaryCase.setEmployeeName(row.getString("employee_name"));
        salaryCase.setMobile(row.getString("mobile"));
        salaryCase.setDdoCode(row.getString("ddo_code"));
        salaryCase.setDistrictName(row.getString("district_name"));
        salaryCase.setOffice(row.getString("office"));
        salaryCase.setReason(row.getString("reason"));
        salaryCase.setRegisteredOn(row.getString("registered_on"));
        salaryCase.setResolvedOn(row.getString("resolved_on"));
        salaryCase.setStatus(row.getString("status"));
        salaryCase.setChangedAt(changedAt(row));
        return salaryCase;
    }

    private static Posting posting(ResultSet row) throws SQLException {
        Posting posting = new Posting();
        posting.setPostingNo(row.getString("posting_no"));
        posting.setEmployeeCode(row.getString("employee_code"));
        posting.setEmployeeName(row.getString("employee_name"));
        posting.setPostCode(row.getString("post_code"));
        posting.setPostName(row.getString("post_name"));
        posting.setDistrictName(row.getString("district_name"));
        posting.setFromDate(row.getString("from_date"));
        posting.setToDate(row.getString("to_date"));
        posting.setChangedAt(changedAt(row));
        return posting;
    }

    private static String changedAt(ResultSet row) throws SQLException {
        return IndianTime.text(row.getObject("changed_at", OffsetDateTime.class));
    }

    private static SalaryCase spoilt(SalaryCase salaryCase, FaultyRow faulty) {
        salaryCase.setCaseNo(faulty.fault() == Fault.MISSING_KEY ? null : faulty.sourceId());
        switch (faulty.fault()) {
            case UNKNOWN_DISTRICT -> salaryCase.setDistrictName(Faults.wrongValue(faulty.fault()));
            case UNKNOWN_STATUS -> salaryCase.setStatus(Faults.wrongValue(faulty.fault()));
            case ODD_DATE -> salaryCase.setRegisteredOn(Faults.wrongValue(faulty.fault()));
            default -> {}
        }
        return salaryCase;
    }
}
