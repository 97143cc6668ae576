import { openTestDesk } from './openDesk';
import { contractSuite } from './suite';

contractSuite('memory', openTestDesk);
