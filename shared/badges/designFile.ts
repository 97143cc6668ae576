import { z } from 'zod';
import { customSizeSchema } from './customLayout';
import { badgeDesignSchema, type BadgeDesign } from './design';
import { LOGO_PATTERN, LONGEST_LOGO, logoIn } from './logo';

/** A design as a file, to be used for another event or at another desk; see docs/formats.md. */
export const designFileSchema = z.object({
  format: z.literal('nuija-badge-design'),
  version: z.literal(1),
  layout: z.string().min(1).max(100),
  /** What the layout `custom` means. */
  size: customSizeSchema.nullable().default(null),
  design: badgeDesignSchema,
  logo: z.string().max(LONGEST_LOGO).regex(LOGO_PATTERN).default(''),
});
export type DesignFile = z.infer<typeof designFileSchema>;

export type DesignFileRead =
  | { file: DesignFile; problem?: undefined }
  | { file?: undefined; problem: 'not-a-design' | 'newer' | 'bad-logo' };

/** Reads such a file; nothing of one that is not whole is used. */
export function readDesignFile(text: string): DesignFileRead {
  const content = parsed(text);
  const read = designFileSchema.safeParse(content);
  if (read.success) {
    return logoIn(read.data.logo)?.problem ? { problem: 'bad-logo' } : { file: read.data };
  }
  const versioned = z
    .object({ format: z.literal('nuija-badge-design'), version: z.number().gt(1) })
    .safeParse(content);
  return { problem: versioned.success ? 'newer' : 'not-a-design' };
}

/** The text of such a file. */
export function writeDesignFile(of: {
  layout: string;
  size: DesignFile['size'];
  design: BadgeDesign;
  logo: string;
}): string {
  const file: DesignFile = { format: 'nuija-badge-design', version: 1, ...of };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
