// Deferred acceptance, mentees proposing, beside the engine's: the same steps from the same file to the same outcome, as one line of JSON.
//
//     g++ -O3 -march=native -DNDEBUG -std=c++17 deferred-acceptance.cpp -o deferred-acceptance
//     ./deferred-acceptance file
//
// As the engine does: wishes are written to where their rank says; a few dozen mentees ask together, and who is turned away at once
// stays among them; one aligned cache line for each mentor. What will be needed is asked from the memory before, which a program in
// JavaScript can only do by reading it. The engine checks the ranks and counts which were granted besides; this does not.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

namespace {

[[noreturn]] void refuse(const std::string& sentence) {
  std::fprintf(stderr, "deferred-acceptance: %s\n", sentence.c_str());
  std::exit(1);
}

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double cpuSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double peakMegabytes() {
  std::FILE* status = std::fopen("/proc/self/status", "r");
  char line[256];
  long kilobytes = 0;
  while (status && std::fgets(line, sizeof line, status)) std::sscanf(line, "VmHWM: %ld", &kilobytes);
  if (status) std::fclose(status);
  return kilobytes / 1024.0;
}

struct Choices {
  int mentees, mentors;
  std::vector<int32_t> places, ptr, col, menteeRank, mentorRank;
};

Choices read(const char* name) {
  std::FILE* handle = std::fopen(name, "rb");
  if (!handle) refuse(std::string("cannot read ") + name);
  const auto take = [&](size_t count) {
    std::vector<int32_t> values(count);
    if (std::fread(values.data(), 4, count, handle) != count) refuse("the file ends too early");
    return values;
  };
  const auto head = take(4);
  if (head[0] != 0x52414e4b) refuse("this is no such file");
  Choices choices{head[1], head[2], take(head[2]), take(head[1] + size_t{1}), take(head[3]), take(head[3]), take(head[3])};
  std::fclose(handle);
  return choices;
}

struct Wish {
  int32_t mentor, rank;  // the rank is the mentee's on the mentor's list; a mentor of -1 ends a list
};

struct Held {
  int32_t rank, mentee;
};

// The first of those held is the one whom the mentor likes least.
struct alignas(64) Line {
  int32_t count, places;
  Held held[7];
};

struct Outcome {
  std::vector<int32_t> mentorOf;
  long long proposals = 0;
};

// Writes the list of a mentee from `begin` on, best first, and returns where it ends.
int32_t writeWishes(const Choices& choices, int mentee, Wish* wishes, int32_t begin) {
  const auto& [mentees, mentors, places, ptr, col, menteeRank, mentorRank] = choices;
  const int from = ptr[mentee], to = ptr[mentee + 1], last = std::min(to - from, 30);
  const auto isWanted = [&](int e) { return menteeRank[e] > 0 && mentorRank[e] > 0 && places[col[e]] > 0; };
  // A bit for each rank that somebody has, as long as each has her own and none is larger than the list is long.
  uint32_t seen = 0;
  int32_t end = begin;
  int e = from;
  for (; e < to; e++) {
    if (!isWanted(e)) continue;
    const int own = menteeRank[e];
    if (own > last || (seen >> own & 1)) break;
    seen |= 1u << own;
    wishes[begin + own - 1] = {col[e], mentorRank[e]};
    end++;
  }
  if (e == to && (seen & (seen + 2)) == 0) return end;
  // Else by insertion.
  std::vector<std::pair<int32_t, int32_t>> order;
  for (e = from; e < to; e++) {
    if (!isWanted(e)) continue;
    order.emplace_back(menteeRank[e], e);
    for (size_t at = order.size() - 1; at > 0 && order[at - 1].first > order[at].first; at--) std::swap(order[at - 1], order[at]);
  }
  end = begin;
  for (const auto& [rank, pair] : order) wishes[end++] = {col[pair], mentorRank[pair]};
  return end;
}

Outcome match(const Choices& choices) {
  const auto& [mentees, mentors, places, ptr, col, menteeRank, mentorRank] = choices;
  std::vector<Wish> wishes(col.size() + mentees);
  std::vector<int32_t> next(mentees);
  int32_t end = 0;
  for (int i = 0; i < mentees; i++) {
    next[i] = end;
    end = writeWishes(choices, i, wishes.data(), end);
    wishes[end++] = {-1, 0};
  }

  std::vector<Line> lines(mentors);
  for (int j = 0; j < mentors; j++) lines[j] = {0, places[j], {}};
  // Those who wait, in a ring.
  std::vector<int32_t> queue(mentees);
  for (int i = 0; i < mentees; i++) queue[i] = i;
  int first = 0, last = 0, waiting = mentees;
  const auto waitsAfter = [&](int turns) { return queue[first + turns < mentees ? first + turns : first + turns - mentees]; };
  const int most = std::clamp(mentees / 2, 1, 64);
  int32_t asking[64], wish[64];
  Outcome outcome;
  for (int together = 0; together + waiting > 0;) {
    for (; together < most && waiting > 0; waiting--) {
      // Far ahead where somebody is on her list, and nearer the wish.
      __builtin_prefetch(&next[waitsAfter(most)], 1);
      __builtin_prefetch(&wishes[next[waitsAfter(most / 2)]]);
      const int32_t mentee = queue[first];
      if (++first == mentees) first = 0;
      asking[together] = mentee;
      wish[together++] = next[mentee]++;
    }
    for (int k = 0; k < together; k++) {
      const int32_t mentor = wishes[wish[k]].mentor;
      if (mentor >= 0) __builtin_prefetch(&lines[mentor], 1);
    }
    int staying = 0;
    for (int k = 0; k < together; k++) {
      const int32_t mentee = asking[k];
      const Wish one = wishes[wish[k]];
      if (one.mentor < 0) continue;
      outcome.proposals++;
      Line& line = lines[one.mentor];
      Held* const held = line.held;
      if (line.count < line.places) {
        const int at = line.count++;
        held[at] = {one.rank, mentee};
        if (at > 0 && held[0].rank < one.rank) std::swap(held[0], held[at]);
        continue;
      }
      if (held[0].rank < one.rank) {
        asking[staying] = mentee;
        wish[staying++] = next[mentee]++;
        continue;
      }
      queue[last] = held[0].mentee;
      if (++last == mentees) last = 0;
      waiting++;
      held[0] = {one.rank, mentee};
      int worst = 0;
      for (int s = 1; s < line.count; s++) {
        if (held[s].rank > held[worst].rank) worst = s;
      }
      std::swap(held[0], held[worst]);
    }
    together = staying;
  }
  outcome.mentorOf.assign(mentees, -1);
  for (int j = 0; j < mentors; j++) {
    for (int s = 0; s < lines[j].count; s++) outcome.mentorOf[lines[j].held[s].mentee] = j;
  }
  return outcome;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) refuse("say the file");
  const Choices choices = read(words[1]);
  for (const int32_t places : choices.places) {
    if (places > 7) refuse("a line holds seven places at most");
  }
  std::vector<double> times, cpuTimes;
  Outcome outcome;
  for (int run = 0; run < 6; run++) {
    const double begin = seconds(), cpuBegin = cpuSeconds();
    outcome = match(choices);
    if (run == 0) continue;
    times.push_back(seconds() - begin);
    cpuTimes.push_back(cpuSeconds() - cpuBegin);
  }
  std::sort(times.begin(), times.end());
  std::sort(cpuTimes.begin(), cpuTimes.end());
  uint32_t fingerprint = 0;
  long long matched = 0;
  for (const int32_t mentor : outcome.mentorOf) {
    fingerprint = fingerprint * 31 + static_cast<uint32_t>(mentor) + 2;
    matched += mentor >= 0;
  }
  std::printf("{\"matched\":%lld,\"proposals\":%lld,\"fingerprint\":%u,\"solveMs\":%.3f,\"cpuMs\":%.3f,\"peakMb\":%.1f}\n", matched,
              outcome.proposals, fingerprint, 1000 * times[times.size() / 2], 1000 * cpuTimes[cpuTimes.size() / 2], peakMegabytes());
}
