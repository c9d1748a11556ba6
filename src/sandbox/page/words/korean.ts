import type { Problem } from '../composer/commandDraft.ts';
import type { Words } from './words.ts';

export const korean: Words = {
  notDiscord: '여기는 디스코드가 아니에요',
  notDiscordWhy:
    '이 컴퓨터 안에서만 돌아가는 연습장이에요. 여기서 한 일은 밖으로 나가지 않고, 끄면 사라져요.',
  connecting: '연결하고 있어요…',
  lost: '연습장과 연결이 끊겼어요. 다시 연결하고 있어요…',
  botOffline: (bot) => `${bot} 봇이 아직 오프라인이에요.`,
  channels: '채널',
  directMessages: '다이렉트 메시지',
  members: '멤버',
  online: '온라인',
  offline: '오프라인',
  app: '앱',
  actAs: '누구로 쓸지 골라요',
  otherTab: '다른 탭에서 열기',
  language: '언어',
  theme: { system: '시스템 설정', light: '밝게', dark: '어둡게' },
  themeLabel: '화면 테마',
  reset: '처음부터 다시',
  resetSure: '메시지를 모두 지우고 처음 상태로 돌릴까요? 다른 탭에서도 사라져요.',
  pins: '고정된 메시지',
  noPins: '이 채널에는 고정된 메시지가 없어요.',
  menu: '더 보기',
  close: '닫기',
  composer: {
    messageIn: (channel) => `${channel}에 메시지 보내기`,
    messageTo: (person) => `${person}에게 메시지 보내기`,
    send: '보내기',
    useCommands: '명령어 쓰기',
    mayNotWrite: '이 채널에는 메시지를 보낼 수 없어요.',
    mayUseCommands: '명령어는 쓸 수 있어요.',
    tooLong: (length, limit) =>
      `${limit.toLocaleString('ko')}자까지 보낼 수 있어요. 지금은 ${length.toLocaleString('ko')}자예요.`,
    left: (count) => (count < 0 ? `${-count}자 넘었어요` : `${count}자 남았어요`),
    replyingTo: (name) => `${name}에게 답장`,
    cancelReply: '답장 취소',
    commands: '명령어',
    people: '멤버',
    options: '옵션',
    more: (count) => `+${count} 더 보기`,
    required: '필수',
    yes: '예',
    no: '아니요',
    between: (least, most) =>
      least === null ? `${most} 이하` : most === null ? `${least} 이상` : `${least}~${most}`,
    loading: '옵션을 불러오고 있어요…',
    loadingFailed: '옵션을 불러오지 못했어요',
    nothingFits: '맞는 항목이 없어요',
    leaveCommand: '명령어 닫기',
    enterSends: 'Enter를 누르면 보내요',
    problem: koreanProblem,
  },
  actions: {
    messageMenu: '메시지 메뉴',
    react: (emoji) => `${emoji} 반응하기`,
    reply: '답장',
    apps: '앱',
    copyText: '텍스트 복사',
    copyLink: '메시지 링크 복사',
    delete: '메시지 삭제',
    dismiss: '메시지 닫기',
    mention: '멘션',
  },
  form: {
    submit: '제출',
    sending: '보내고 있어요…',
    failed: '문제가 생겼어요. 다시 시도해 주세요.',
    note: (bot) => `이 양식은 ${bot} 봇에게 보내져요. 비밀번호 같은 민감한 정보는 적지 마세요.`,
    required: '필수',
    missing: '꼭 채워 주세요.',
    tooShort: (least) => `${least}자 이상 적어 주세요.`,
    tooLong: (most) => `${most}자까지 적을 수 있어요.`,
    tooFew: (least) => `${least}개 이상 골라 주세요.`,
    tooMany: (most) => `${most}개까지 고를 수 있어요.`,
    fileTooLarge: '파일은 하나에 10MB까지 올릴 수 있어요.',
    choose: '골라 주세요',
    search: '찾기',
    chooseFile: '파일 고르기',
    dropFile: '여기로 파일을 끌어다 놓아도 돼요',
    remove: (name) => `${name} 빼기`,
  },
  cancel: '취소',
  unread: '읽지 않은 메시지',
  typing: (names) => `${names.join(', ')} 님이 입력하고 있어요…`,
  log: {
    messages: '메시지',
    message: '메시지',
    loadingMessages: '메시지를 불러오고 있어요…',
    toNewest: '최근 메시지로',
    welcome: (channel) => `#${channel}`,
    beginning: (channel) => `#${channel} 채널은 여기서 시작해요.`,
    beginningOfThread: '스레드는 여기서 시작해요.',
    beginningOfDirect: (bot) => `${bot} 봇과 나누는 다이렉트 메시지는 여기서 시작해요.`,
    yesterday: (time) => `어제 ${time}`,
    edited: '(수정됨)',
    pinned: '고정됨',
    usedCommand: { between: ' 님이 ', after: ' 사용' },
    sendingCommand: '명령어를 보내고 있어요…',
    noResponse: '앱이 응답하지 않았어요',
    thinking: (bot) => `${bot} 봇이 생각하고 있어요…`,
    onlyYou: '나만 볼 수 있어요',
    interactionFailed: '상호작용에 실패했어요',
    originalGone: '원본 메시지가 삭제됐어요',
    noText: '눌러서 원본 보기',
    reactions: (emoji, count) => `${emoji} 반응 ${count}개`,
    jump: '이동',
    openThread: '스레드 보기',
    threadMessages: (count) => `메시지 ${count}개`,
    spoiler: '스포일러 보기',
    image: '그림',
    description: '그림 설명',
    download: '내려받기',
    notFromHere: '이 컴퓨터 밖의 파일이라 여기서는 보여 주지 않아요',
    unknownUser: '알 수 없는 사용자',
    unknownRole: '알 수 없는 역할',
    unknownChannel: '알 수 없음',
    chooseThese: (count) => `${count}개 선택`,
  },
};

function koreanProblem(problem: Problem): string {
  switch (problem.kind) {
    case 'missing':
      return '꼭 채워야 하는 옵션이에요.';
    case 'number':
      return '숫자를 적어 주세요.';
    case 'integer':
      return '소수점 없는 숫자를 적어 주세요.';
    case 'choice':
      return '목록에서 골라 주세요.';
    case 'tooLarge':
      return '파일은 10MB까지 올릴 수 있어요.';
    case 'atLeast':
      return `${problem.limit} 이상이어야 해요.`;
    case 'atMost':
      return `${problem.limit} 이하여야 해요.`;
    case 'tooShort':
      return `${problem.limit}자 이상 적어 주세요.`;
    case 'tooLong':
      return `${problem.limit}자까지 적을 수 있어요.`;
  }
}
