/** CPGRAMS: grievances in the shape of a document store's export, with offset paging. */
@NullMarked
package in.sangam.sandbox.portal.cpgrams;

import org.jspecify.annotations.NullMarked;
