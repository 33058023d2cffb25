/**
 * Files into transcripts, with a map back to the source. Entry: {@link dk.udsagn.intake.Intake}. Imports the room
 * transcript; PDFBox is optional and stays in here.
 *
 * <p>Word, OpenDocument and rich text are read without POI and odfdom, on purpose. What is needed of them is the words of
 * paragraphs, rows and notes, and which are deleted, hidden or bold: three classes of some two hundred lines over
 * the JDK's own zip and StAX. POI and odfdom build the whole document (with XMLBeans and Xerces, above 15 MB of jars) before
 * the first word; here memory stays within the file and its text, archives are bounded in size, number and names, and no
 * XML may have a document type. Rich text has no reader in POI, and the JDK's (Swing's RTFEditorKit) loses tables,
 * notes and deleted words. A document whose layout has to be known, as PDF, needs the library.
 */
package dk.udsagn.intake;
