import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A key and the certificates a server shows with it, as PEM files. */
export interface Identity {
  readonly keyPath: string;
  /** The server's own certificate first, then what it sends along (RFC 8446 section 4.4.2). */
  readonly chainPath: string;
}

/** One authority and servers of every quality. All but `wrongName` and `selfSigned` differ from `good` in one thing only. */
export interface Certificates {
  /** The root everything but `selfSigned` descends from, as a PEM file: trust this one. */
  readonly authorityPath: string;
  /** Signed by an intermediate, which it sends along. */
  readonly good: Identity;
  /** Leaves its intermediate out: nobody can link it to the root. */
  readonly incompleteChain: Identity;
  readonly expired: Identity;
  readonly notYetValid: Identity;
  /** Good for another name only. */
  readonly wrongName: Identity;
  readonly selfSigned: Identity;
}

/** What the certificates are made for. */
export interface CertificateRequest {
  /** An existing folder that everything is written to. */
  readonly folder: string;
  /** The names the good certificates are good for; the first is also the subject. */
  readonly names: readonly string[];
  /** The addresses they are good for. */
  readonly addresses: readonly string[];
}

interface Signature {
  readonly folder: string;
  readonly file: string;
  readonly subject: string;
  /** The file name of the signer; its own for a self-signed certificate. */
  readonly signer: string;
  readonly extensions: string;
  /** YYYYMMDDHHMMSSZ, as `openssl ca` wants it. */
  readonly from: string;
  readonly until: string;
}

const always = { from: '20200101000000Z', until: '20991231235959Z' };
const authorityExtensions = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign';

/** Makes an authority, an intermediate and the leaves with the openssl command (elliptic keys: well under a second). */
export async function makeCertificates({ folder, names, addresses }: CertificateRequest): Promise<Certificates> {
  const subject = names[0] ?? 'localhost';
  const root = { folder, file: 'root', subject: 'Sonde Test Root', signer: 'root', extensions: authorityExtensions, ...always };
  await sign(root);
  await sign({ ...root, file: 'intermediate', subject: 'Sonde Test Intermediate' });

  const goodFor = [...names.map((name) => `DNS:${name}`), ...addresses.map((address) => `IP:${address}`)];
  const leaf = { folder, subject, signer: 'intermediate', extensions: leafExtensions(goodFor), ...always };
  await sign({ ...leaf, file: 'good' });
  await sign({ ...leaf, file: 'expired', until: '20210101000000Z' });
  await sign({ ...leaf, file: 'not-yet-valid', from: '20900101000000Z' });
  await sign({ ...leaf, file: 'wrong-name', subject: 'another.test', extensions: leafExtensions(['DNS:another.test']) });
  await sign({ ...leaf, file: 'self-signed', signer: 'self-signed' });

  const [good, expired, notYetValid, wrongName] = await Promise.all([
    withIntermediate(folder, 'good'),
    withIntermediate(folder, 'expired'),
    withIntermediate(folder, 'not-yet-valid'),
    withIntermediate(folder, 'wrong-name'),
  ]);
  return {
    authorityPath: join(folder, 'root.pem'),
    good,
    expired,
    notYetValid,
    wrongName,
    incompleteChain: { keyPath: good.keyPath, chainPath: join(folder, 'good.pem') },
    selfSigned: { keyPath: join(folder, 'self-signed.key'), chainPath: join(folder, 'self-signed.pem') },
  };
}

function leafExtensions(goodFor: readonly string[]): string {
  return `basicConstraints=critical,CA:FALSE\nextendedKeyUsage=serverAuth\nsubjectAltName=${goodFor.join(',')}`;
}

// `openssl ca` is the only command of OpenSSL 3.0 that takes both dates.
async function sign({ folder, file, subject, signer, extensions, from, until }: Signature): Promise<void> {
  const own = join(folder, file);
  const database = `${own}-database`;
  await mkdir(database);
  await writeFile(join(database, 'index'), '');
  await writeFile(join(database, 'extensions'), extensions);
  await writeFile(
    join(database, 'configuration'),
    `[ca]\ndefault_ca=only\n[only]\ndatabase=${join(database, 'index')}\nnew_certs_dir=${database}\n` +
      `rand_serial=yes\ndefault_md=sha256\npolicy=any\n[any]\ncommonName=supplied\n`,
  );
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', `${own}.key`];
  await run('openssl', ['req', '-new', ...key, '-subj', `/CN=${subject}`, '-out', `${own}.csr`]);
  const who =
    signer === file
      ? ['-selfsign', '-keyfile', `${own}.key`]
      : ['-keyfile', join(folder, `${signer}.key`), '-cert', join(folder, `${signer}.pem`)];
  const what = ['-in', `${own}.csr`, '-out', `${own}.pem`, '-notext', '-batch', '-extfile', join(database, 'extensions')];
  const when = ['-startdate', from, '-enddate', until];
  await run('openssl', ['ca', '-config', join(database, 'configuration'), ...who, ...what, ...when]);
}

async function withIntermediate(folder: string, file: string): Promise<Identity> {
  const chainPath = join(folder, `${file}-chain.pem`);
  const [own, intermediate] = await Promise.all([
    readFile(join(folder, `${file}.pem`), 'utf8'),
    readFile(join(folder, 'intermediate.pem'), 'utf8'),
  ]);
  await writeFile(chainPath, own + intermediate);
  return { keyPath: join(folder, `${file}.key`), chainPath };
}
