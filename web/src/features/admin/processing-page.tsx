/** The processing queue of a workspace. */
import { PageHeader } from '../../ui/page-header.tsx';

export default function ProcessingPage() {
  return <PageHeader title="Processing queue" />;
}
