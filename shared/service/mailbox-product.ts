/** Software that serves mailboxes, as its POP3 and IMAP greetings name it. */
export const mailboxProduct =
  /(?:Dovecot(?: \([\w./ -]{1,40}\))?|Microsoft Exchange|Cyrus (?:IMAP|POP3)4?(?: v?\d[\w.+-]*)?|Courier-IMAP|Gimap|Gpop|Zimbra|(?:hMailServer|MDaemon|Kerio Connect|IceWarp|MailEnable)(?:[ /]v?\d[\w./+-]*)?)/u;
